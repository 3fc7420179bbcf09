import type { GlExport } from '#contract/glCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { Wrong } from '../../ui/Field.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import type { Walk } from '../../ui/useWalk.ts';
import type { GlExportForm, GlLine } from './glExportForm.ts';
import { MadeOf } from './MadeOf.tsx';

type SideProps = {
  number: number;
  form: GlExportForm;
  told: GlExport | undefined;
  /** The line on show as the list has it. */
  listed: GlLine | undefined;
  save: (() => void) | undefined;
  walk: Walk;
};

/** The line on show with the entries that make it, and the file. */
export function GlExportSide({ number, form, told, listed, save, walk }: SideProps) {
  return (
    <section className="side" aria-label={words.details} {...walk.panel} ref={walk.into}>
      <MadeOf number={number} line={form.line} listed={listed} />
      <span className="push" />
      <div className="foot">
        {told ? <WhoExported told={told} /> : null}
        {form.trouble ? <Wrong sentence={form.trouble} /> : null}
        {form.saved === null ? null : (
          <p className="pad" role="status">
            {words.saved(form.saved)}
          </p>
        )}
        <PrimaryButton
          label={words.save(number)}
          keys="Ctrl+Enter"
          why={save ? null : words.why}
          busy={form.busy}
          onPress={() => save?.()}
        />
      </div>
    </section>
  );
}

function WhoExported({ told }: { told: GlExport }) {
  const { exportedByName, exportedAt, sha256, debitCents, creditCents } = told;
  const { now, zone } = useStation();
  return (
    <p className="pad muted">
      {words.totals(amount(debitCents), amount(creditCents))}{' '}
      {words.by(shortName(exportedByName), clockOrDay(exportedAt, zone, now))}{' '}
      <small title={sha256}>{words.sum(sha256.slice(0, 12))}</small>
    </p>
  );
}
