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

test.each(STORES)(
  'bug: a token needs a district, and is told its marks where there are several; a mistyped one makes no other: %s',
  async (store) => {
    const database = await openTestDatabase(store);
    const context = contextOf(database.db);
    const token = (district?: string) => issueEnrolmentToken(context, { series: 'W3', district });
    const load = async (district: string, isNewDistrict = true) => {
      await loadText(context, {
        district: JSON.stringify(districtFile(district)),
        accounts: accountsCsv(),
        charges: chargesCsv(),
        isNewDistrict,
      });
      return district;
    };
    try {
      await expect(token()).rejects.toMatchObject({ code: 'district_not_loaded' });
      const first = await load(newDistrictMark());
      expect(await token()).toMatchObject({ district: first });
      const second = await load(newDistrictMark());
      await expect(token()).rejects.toMatchObject({ code: 'district_unclear' });
      const marks = [first, second].sort().join(', ');
      await expect(token()).rejects.toThrow(`at this ledger: ${marks}. Say which one is meant: --district MARK.`);
      await expect(load('quary-bay', false)).rejects.toThrow(
        `This ledger has no district quary-bay, only ${marks}. Correct its mark, or load it with --new-district`,
      );
      await expect(token()).rejects.toThrow(marks);
      await expect(load('quary-bay', false)).rejects.toMatchObject({ code: 'district_new' });
      expect(await load(second, false)).toBe(second);
      expect(await token(second)).toMatchObject({ district: second });
      await expect(token('nowhere')).rejects.toMatchObject({ code: 'district_unknown' });
      const forTraining = issueEnrolmentToken({ ...context, training: true }, { series: 'W3', district: first });
      await expect(forTraining).rejects.toMatchObject({ code: 'series_not_for_training' });
    } finally {
      await database.drop();
    }
  },
);
