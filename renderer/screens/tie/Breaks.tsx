import { Fragment } from 'react';
import type { TieBreak } from '#contract/tieShapes';
import { cents, formatSigned } from '#domain/money';
import { type BreaksTogether, breaksTogether, isByPaper, isOpenBreak } from '#domain/tie';
import { breakSentence } from '#domain/tieSentences';
import { tie as words } from '../../messages/tie.ts';
import { Mark } from '../../ui/Mark.tsx';
import { PickRow } from '../../ui/PickRow.tsx';
import { breakKey } from './breakKey.ts';

type Shown = BreaksTogether<TieBreak>;

type BreaksProps = {
  breaks: readonly TieBreak[];
  /** Where a list lets one choose a break: the key of the chosen one. */
  chosen?: string | null;
  onPick?: (key: string) => void;
};

/** Every place at which the tie does not hold, in a sentence that names the paper, with its tender and its amount. */
export function Breaks({ breaks, chosen = null, onPick }: BreaksProps) {
  return (
    <table className="breaks" aria-label={words.breaks}>
      <tbody>
        {breaksTogether(breaks).map((one) => {
          const key = breakKey(one);
          return onPick ? (
            <PickRow key={key} isChosen={key === chosen} onPick={() => onPick(key)}>
              <Cells of={one} />
            </PickRow>
          ) : (
            <tr key={key}>
              <Cells of={one} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cells({ of: { first, tenders, cents: by } }: { of: Shown }) {
  const { why } = first;
  // What a paper moved is neither over nor short, and bears no mark of either.
  const isNeutral = isOpenBreak(why) || isByPaper(why);
  const tone = isNeutral ? 'muted' : by > 0 ? 'over' : 'short';
  return (
    <>
      <td>
        <span className="with-mark">
          <Mark name={isOpenBreak(why) ? 'none' : isByPaper(why) ? 'sent' : 'warning'} className={tone} />{' '}
          <Sentence words={breakSentence(first)} />
        </span>
      </td>
      <td className="muted">{words.tenders(tenders)}</td>
      <td className="n nowrap">{by === 0 ? null : <span className={tone}>{signed(why, by)}</span>}</td>
    </>
  );
}

/** A sentence whose numbers of papers stay in one piece. */
function Sentence({ words: said }: { words: string }) {
  return (
    <span>
      {said.split(' ').map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one sentence do not move
        <Fragment key={place}>
          {place > 0 ? ' ' : ''}
          {word.includes('-') ? <span className="unbroken">{word}</span> : word}
        </Fragment>
      ))}
    </span>
  );
}

/** By how much, and only of a count of cash whether that is over or short. */
function signed(why: TieBreak['why'], by: number): string {
  const said = formatSigned(cents(by));
  return why === 'over_short' ? `${said} ${by > 0 ? words.over : words.short}` : said;
}
