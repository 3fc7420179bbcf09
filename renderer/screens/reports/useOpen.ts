import type { Cell, ReportColumn } from '#domain/report';
import type { Route } from '../route.ts';
import { useOpenDocument } from '../useOpenDocument.ts';
import { namedBy } from './cells.ts';

/** Opens what a row names, where it names anything. */
export function useOpen(from: Route) {
  const open = useOpenDocument(from);
  return (columns: readonly ReportColumn[], row: readonly Cell[] | undefined): void => {
    const named = namedBy(columns, row);
    if (named) open(named.opens, named.label);
  };
}
