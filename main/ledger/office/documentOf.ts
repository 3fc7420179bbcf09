/** The document that an entry tells of: its own number, or that of the receipt, deposit, batch or drawer it speaks of. */
export function documentOf(told: unknown): string | null {
  const payload = told as Record<string, unknown>;
  const { receipt } = payload as { receipt?: { label?: unknown } };
  const named = [payload.label, receipt?.label, payload.deposit, payload.batch, payload.drawer, payload.handoff];
  return named.find((one) => typeof one === 'string') ?? null;
}
