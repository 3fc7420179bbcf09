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
import { useChecking, useSubmitting } from './useSubmitting.ts';

type CountDrawerProps = {
  drawer: Drawer;
  /** A second person's count of a counted drawer; else the cashier's own. */
  isRecount?: boolean;
  onSubmitted?: () => void;
  /** A supervisor's surprise count, and what becomes of it: the drawer stays open. */
  onChecked?: (checked: Output<'checkDrawer'>) => void;
  onLeave?: () => void;
};

/** Step 1 of 3: what is in the drawer, without knowing what should be. */
export function CountDrawer({ drawer, isRecount = false, onSubmitted, onChecked, onLeave }: CountDrawerProps) {
  const { host } = usePage();
  const run = useDo();
  const isInSight = !useStation().station.countsBlind && !isRecount && !onChecked;
  const [form, send] = useReducer(countReducer, null, () => blankCount(host.newId()));
  useFocus(form.focus);
  useUnfinished(isBlank(form) ? null : 'count');
  const not = countNotYet(form, drawer.receipts);
  const submitCount = useSubmitting(form, send, drawer.drawer, onSubmitted);
  const check = useChecking(form, send, drawer.drawer, onChecked);
  const press = () => {
    if (not) send({ did: 'wentTo', place: not.place });
    else void (onChecked ? check() : submitCount());
  };
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
        <Title drawer={drawer.drawer} as={onChecked ? 'check' : isRecount ? 'recount' : 'own'} />
        <CashAndCard form={form} send={send} inSight={isInSight ? drawer.drawer : null} />
      </section>
      <PaperPiles form={form} send={send} onPress={press} why={not?.why ?? null} />
      {form.asking ? (
        <AskToForget words={words.count.ask} onKeep={() => send({ did: 'keptCounting' })} onForget={leave} />
      ) : null}
    </Frame>
  );
}

function Title({ drawer, as }: { drawer: string; as: 'own' | 'recount' | 'check' }) {
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
