import { type Dispatch, useReducer } from 'react';
import type { Output } from '#contract/contract';
import type { Drawer } from '#contract/shapes';
import { formatAmount } from '#domain/money';
import { Frame } from '../../frame/Frame.tsx';
import { useUnfinished } from '../../frame/reload.ts';
import { useStation } from '../../frame/station.ts';
import { custody } from '../../messages/custody.ts';
import { drawer as words } from '../../messages/drawer.ts';
import { useDo, usePage } from '../../page.ts';
import { AmountField } from '../../ui/AmountField.tsx';
import { AskToForget } from '../../ui/AskToForget.tsx';
import { useFocus } from '../../ui/focus.ts';
import { Mark } from '../../ui/Mark.tsx';
import { Step, TitleRow } from '../../ui/TitleRow.tsx';
import { PieceTable } from '../pieces/PieceTable.tsx';
import { worthTyped } from '../pieces/pieces.ts';
import { blankCount, type CountAction, type CountForm, countNotYet, countReducer, isBlank } from './countForm.ts';
import { ExpectedInSight } from './ExpectedInSight.tsx';
import { PaperPiles } from './PaperPiles.tsx';
import { PILES } from './pile.ts';
import { useScanned } from './useScanned.ts';
import { useSubmitting } from './useSubmitting.ts';

export type CountDrawerProps = {
  drawer: Pick<Drawer, 'drawer' | 'receipts'>;
  /** A second person's count of a counted drawer; else the cashier's own. */
  isRecount?: boolean;
  onSubmitted?: () => void;
  /** A supervisor's surprise count, and what becomes of it: the drawer stays open. */
  onChecked?: (checked: Output<'checkDrawer'>) => void;
  /** A drawer that the office ends: the count goes on to its next step, and may come back from there as it was typed. */
  ending?: Ending;
  onLeave?: () => void;
};

type Ending = {
  title: string;
  aside: string;
  button: string;
  /** Before leaving. */
  ask: Parameters<typeof AskToForget>[0]['words'];
  onCounted: (form: CountForm) => void;
  start: CountForm | null;
};

/** Step 1 of 3: what is in the drawer, without knowing what should be. */
export function CountDrawer(props: CountDrawerProps) {
  const { drawer, ending, onLeave } = props;
  const { host } = usePage();
  const run = useDo();
  const [form, send] = useReducer(countReducer, null, () => ending?.start ?? blankCount(host.newId()));
  useFocus(form.focus);
  useUnfinished(isBlank(form) ? null : 'count');
  const not = countNotYet(form, drawer.receipts);
  const submit = useSubmitting(form, send, props);
  const press = () => (not ? send({ did: 'wentTo', place: not.place }) : submit());
  const scanned = useScanned(send);
  const hasPaper = PILES.some((kind) => form.piles[kind].first.length > 0);
  const leave = onLeave ?? (() => run('leaveCount', { commandId: host.newId(), drawer: drawer.drawer }));
  return (
    <Frame
      screen="count"
      side="wide"
      onScan={scanned}
      actions={{
        primary: press,
        back: () => (isBlank(form) ? leave() : send({ did: 'wentBack' })),
        denominations: form.withRare ? undefined : () => send({ did: 'showedRare' }),
        removeCheck: hasPaper ? () => send({ did: 'tookBackLast' }) : undefined,
      }}
    >
      <section className="left" aria-label={words.count.name}>
        <Title {...props} />
        <CashAndCard form={form} send={send} inSight={useInSight(props)} />
      </section>
      <PaperPiles {...{ form, send }} onPress={press} why={not?.why ?? null} button={ending?.button} />
      {form.asking ? (
        <AskToForget
          words={ending?.ask ?? words.count.ask}
          onKeep={() => send({ did: 'keptCounting' })}
          onForget={leave}
        />
      ) : null}
    </Frame>
  );
}

/** Whose count it is: a cashier's own, a second person's, a supervisor's by surprise, or the office's. */
type CountedAs = 'own' | 'recount' | 'check' | 'end';

function countedAs({ isRecount, onChecked, ending }: CountDrawerProps): CountedAs {
  if (ending) return 'end';
  if (onChecked) return 'check';
  return isRecount ? 'recount' : 'own';
}

/** The drawer whose expected amounts stand beside the count; null where it is blind. */
function useInSight(props: CountDrawerProps): string | null {
  const isInSight = !useStation().station.countsBlind && countedAs(props) === 'own';
  return isInSight ? props.drawer.drawer : null;
}

function Title(props: CountDrawerProps) {
  const { ending } = props;
  const { drawer } = props.drawer;
  const as = countedAs(props);
  if (ending) return <TitleRow title={ending.title}>{ending.aside}</TitleRow>;
  if (as === 'check') return <TitleRow title={custody.look.check(drawer)}>{custody.look.checkAside}</TitleRow>;
  return (
    <TitleRow title={as === 'recount' ? words.recountTitle(drawer) : words.title}>
      <Step step={words.step(1, words.count.name)} />
    </TitleRow>
  );
}

type CashAndCardProps = {
  form: CountForm;
  send: Dispatch<CountAction>;
  /** The drawer whose expected amounts may be seen. */
  inSight: string | null;
};

function CashAndCard({ form, send, inSight }: CashAndCardProps) {
  return (
    <>
      <PieceTable
        typed={form.typed}
        withRare={form.withRare}
        onTyped={(worth, column, text) => send({ did: 'typedPieces', worth, column, text })}
        onMoved={(worth, column, by) => send({ did: 'movedCell', worth, column, by })}
      />
      <div className="row counted">
        <h2>{words.count.counted}</h2>
        <span className="loud">{formatAmount(worthTyped(form.typed))}</span>
      </div>
      <AmountField
        label={words.count.card}
        focusName="card"
        text={form.card}
        hint={words.count.cardHint}
        onText={(text) => send({ did: 'typedCard', text })}
        onEnter={() => send({ did: 'acceptedCard' })}
      />
      <span className="push" />
      {inSight !== null ? (
        <ExpectedInSight drawer={inSight} />
      ) : (
        <p className="pad faint with-mark">
          <Mark name="hidden" /> {words.count.hidden}
        </p>
      )}
    </>
  );
}
