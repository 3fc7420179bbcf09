import {
  batchesOffice,
  closedBatch,
  explained,
  lookedInto,
  openBatch,
  uncountedBatch,
  withPaidOuts,
} from '#test/support/batchesOffice';
import { keys, type Sitting, type } from './galleryHands.ts';

const FRIDAY = '2026-11-20' as never;

/** A Monday's batches, and some of the Friday before. */
export const office = batchesOffice([
  openBatch('W4-B0031'),
  lookedInto(explained(withPaidOuts(closedBatch('W3-B0012', 'balanced')))),
  uncountedBatch('W2-B0106'),
  closedBatch('W1-B0087', 'sent_back', {
    yours: { part: 'received', what: 'W1-D0087-drop-1', others: ['Ingrid Solheim', 'Ebba Lindqvist'] },
  }),
  closedBatch('W3-B0011', 'approved', { businessDay: FRIDAY }),
  closedBatch('W2-B0105', 'deposited', { businessDay: FRIDAY }),
  closedBatch('W1-B0086', 'deposited', {
    businessDay: FRIDAY,
    cashierName: 'Alexandria Konstantinopoulou-Featherstonehaugh',
  }),
]);

/** All screens of batches, as a supervisor sees them; the last one while the ledger does not answer. */
export async function atTheBatches({ page, shoot }: Sitting) {
  const rest = () => page.waitForTimeout(350);
  await keys(page, 'Shift+F6');
  await rest();
  await shoot('batches-open');
  await keys(page, 'ArrowDown');
  await rest();
  await shoot('batches');
  await page.getByRole('heading', { name: 'Paid out' }).scrollIntoViewIfNeeded();
  await shoot('batches-paid-out');
  await keys(page, 'ArrowDown');
  await rest();
  await shoot('batches-uncounted');
  await keys(page, 'ArrowDown');
  await rest();
  await shoot('batches-back');
  await page.getByLabel('What is in it').last().focus();
  await keys(page, 'End');
  await rest();
  await shoot('batches-back-end');
  await keys(page, 'ArrowUp', 'F6', 'F6', 'F6', 'F6', 'ArrowDown', 'F7');
  await rest();
  await type(page, 'Check 1187 reads 68.40');
  await shoot('batches-send-back');
  await keys(page, 'Escape');
  await rest();
  await shoot('batches-leave');
  await page.getByRole('button', { name: 'Leave it' }).click();
  await rest();
  office.refuses = 'batch_changed';
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('batches-changed');
  await keys(page, 'Control+Enter');
  await rest();
  await shoot('batches-approved');
  await keys(page, 'F6');
  await rest();
  await shoot('batches-none');
  office.isAway = true;
  await keys(page, 'F6');
  await rest();
  await shoot('batches-offline');
  office.isAway = false;
}

/** As an auditor sees them: all of it, and nothing to press. */
export async function auditorAtBatches({ page, shoot }: Sitting) {
  await keys(page, 'Shift+F6');
  await page.waitForTimeout(350);
  await keys(page, 'ArrowDown');
  await page.waitForTimeout(350);
  await shoot('batches-auditor');
}
