import type { RefusalCode } from '#domain/refusal';

const STATUS: Partial<Record<RefusalCode, number>> = {
  ledger_token_wrong: 401,
  station_signature_wrong: 401,
  station_replaced: 403,
  counter_used: 403,
  token_used: 403,
  enrolment_refused: 403,
  enrolment_token_used: 403,
  enrolment_token_replaced: 403,
  enrolment_token_lapsed: 403,
  enrolment_district_unknown: 403,
  ledger_path_unknown: 404,
  district_unknown: 404,
  station_unknown: 404,
  attachment_awaited: 404,
  request_too_large: 413,
  not_json: 415,
  requests_too_many: 429,
  ledger_database_away: 503,
  ledger_not_durable: 503,
};

/** The HTTP status under which a refusal goes out: 400 unless it is about who, where or how much. */
export function statusOf(code: RefusalCode): number {
  return STATUS[code] ?? 400;
}
