import type { Dispatch } from 'react';
import type { Station } from '../../frame/station.ts';
import { say } from '../../messages/en.ts';
import { signIn } from '../../messages/signIn.ts';
import { personByKey, type SignInAction, type SignInForm } from './signInForm.ts';

type PeopleProps = {
  people: Station['people'];
  form: SignInForm;
  send: Dispatch<SignInAction>;
  onChoose: (person: string | null) => void;
};

/** Everyone who works here. A digit or a letter chooses, arrows move. On a training station each PIN stands beside. */
export function People({ people, form, send, onChoose }: PeopleProps) {
  const { chosen } = form;
  // Elsewhere a digit is one of a PIN, and none stands before a name as if it chose.
  const chooses = form.hand === 'people';
  return (
    <div>
      <div className="row">
        <h2 id="people">{signIn.who}</h2>
        <span className="muted">{chooses ? signIn.digit : ''}</span>
      </div>
      <div
        role="listbox"
        aria-labelledby="people"
        aria-activedescendant={chosen ? `person-${chosen}` : undefined}
        className="people"
        data-asleep={chooses ? undefined : ''}
        data-focus="people"
        tabIndex={0}
        onFocus={() => send({ did: 'reached', place: 'people' })}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const person = event.key === 'Enter' ? chosen : personByKey(event.key, people, chosen);
          if (!person) return;
          event.preventDefault();
          onChoose(person);
        }}
      >
        {people.map((one, place) => (
          <Person
            key={one.person}
            one={one}
            place={place}
            isChosen={one.person === chosen}
            onChoose={() => onChoose(one.person)}
          />
        ))}
      </div>
    </div>
  );
}

type PersonProps = { one: Station['people'][number]; place: number; isChosen: boolean; onChoose: () => void };

function Person({ one, place, isChosen, onChoose }: PersonProps) {
  const beside = [one.drawer ? signIn.drawerOpen(one.drawer) : '', one.pin ? signIn.pinShown(one.pin) : ''];
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list hears the keys
    <div id={`person-${one.person}`} role="option" aria-selected={isChosen} className="person" onClick={onChoose}>
      <span>{place < 9 ? <kbd>{place + 1}</kbd> : null}</span>
      <span>{one.name}</span>
      <span className="muted">{say.role[one.role]}</span>
      <span className="small">
        {beside.filter(Boolean).map((said) => (
          <span key={said}>{said} </span>
        ))}
      </span>
    </div>
  );
}
