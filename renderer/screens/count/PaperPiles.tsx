import type { Dispatch } from 'react';
import { shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { drawer } from '../../messages/drawer.ts';
import { piles } from '../../messages/piles.ts';
import { Wrong } from '../../ui/Field.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { comparePasses } from './checks.ts';
import type { CountAction, CountForm } from './countForm.ts';
import { NextFirst } from './NextPaper.tsx';
import { PilePasses } from './PilePasses.tsx';
import { PILES, type Pile } from './pile.ts';

type PaperPilesProps = {
  form: CountForm;
  send: Dispatch<CountAction>;
  onPress: () => void;
  why: string | null;
  /** What the button says where it does not submit the count. */
  button?: string | undefined;
};

/** Checks and money orders, each pile in two passes, and the button. */
export function PaperPiles({ form, send, onPress, why, button }: PaperPilesProps) {
  const { station } = useStation();
  const words = drawer.count;
  return (
    <section className="side" aria-label={piles.kinds.checks.name}>
      <div className="title-row">
        <h2 className="section-title">{piles.kinds.checks.name}</h2>
        <span>{piles.twoPasses}</span>
      </div>
      <PilePasses kind="checks" pile={form.piles.checks} send={send} />
      <MoneyOrders pile={form.piles.moneyOrders} send={send} />
      <span className="push" />
      <div className="row muted">
        <span>{standing(form)}</span>
        <span>{words.countedBy(shortName(station.person?.name ?? ''))}</span>
      </div>
      {form.trouble ? <Wrong sentence={form.trouble.sentence} /> : null}
      <PrimaryButton
        label={button ?? words.button}
        keys="Ctrl+Enter"
        why={why}
        busy={form.busy}
        onPress={onPress}
        onWhy={onPress}
      />
    </section>
  );
}

/** Few drawers have one: until the first is entered they take one line, and the checks the rest. */
function MoneyOrders({ pile, send }: { pile: Pile; send: Dispatch<CountAction> }) {
  const title = <h2 className="section-title">{piles.kinds.moneyOrders.name}</h2>;
  if (pile.first.length + pile.second.length === 0) {
    return (
      <div className="folded-pile">
        {title}
        <div>
          <NextFirst kind="moneyOrders" pile={pile} send={send} />
        </div>
      </div>
    );
  }
  return (
    <>
      <div className="title-row">{title}</div>
      <PilePasses kind="moneyOrders" pile={pile} send={send} />
    </>
  );
}

/** How the passes stand: the first pile that does not agree yet speaks. */
function standing(form: CountForm): string {
  if (PILES.every((kind) => form.piles[kind].first.length + form.piles[kind].second.length === 0)) return piles.none;
  for (const kind of PILES) {
    const { toEnter, toSettle } = comparePasses(form.piles[kind].first, form.piles[kind].second);
    if (toEnter + toSettle > 0) return piles.toEnter(piles.kinds[kind].pieces(toEnter), toSettle);
  }
  return piles.agree;
}
