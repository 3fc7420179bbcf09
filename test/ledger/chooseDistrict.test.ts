import { issueEnrolmentToken } from '#main/ledger/issueEnrolmentToken';
import {
  accountsCsv,
  chargesCsv,
  contextOf,
  districtFile,
  loadText,
  newDistrictMark,
  openTestDatabase,
  STORES,
} from '#test/support/ledger';

test.each(STORES)('a token needs a district, and needs it named where there are several: %s', async (store) => {
  const database = await openTestDatabase(store);
  const context = contextOf(database.db);
  const token = (district?: string) => issueEnrolmentToken(context, { series: 'W3', district });
  const load = async (district: string) => {
    await loadText(context, {
      district: JSON.stringify(districtFile(district)),
      accounts: accountsCsv(),
      charges: chargesCsv(),
    });
    return district;
  };
  try {
    await expect(token()).rejects.toMatchObject({ code: 'district_not_loaded' });
    const first = await load(newDistrictMark());
    expect(await token()).toMatchObject({ district: first });
    const second = await load(newDistrictMark());
    await expect(token()).rejects.toMatchObject({ code: 'district_unclear' });
    expect(await token(second)).toMatchObject({ district: second });
    await expect(token('nowhere')).rejects.toMatchObject({ code: 'district_unknown' });
    const forTraining = issueEnrolmentToken({ ...context, training: true }, { series: 'W3', district: first });
    await expect(forTraining).rejects.toMatchObject({ code: 'series_not_for_training' });
  } finally {
    await database.drop();
  }
});
