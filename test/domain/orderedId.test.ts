import fc from 'fast-check';
import { CommandId } from '#domain/entry';
import { ORDERED_ID_BYTES, orderedId } from '#domain/orderedId';

const bytes = fc.uint8Array({ minLength: ORDERED_ID_BYTES, maxLength: ORDERED_ID_BYTES });
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('the example of RFC 9562', () => {
  const random = Uint8Array.from(Buffer.from('cc318c4dc0c0c07398f0', 'hex'));
  expect(orderedId(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('property: every one is a command id, and says its time', () => {
  fc.assert(
    fc.property(instant, bytes, (now, random) => {
      const id = orderedId(now, random);
      expect(CommandId.safeParse(id).success).toBe(true);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
    }),
  );
});

test('property: a later one sorts after an earlier one, whatever the chance', () => {
  fc.assert(
    fc.property(instant, instant, bytes, bytes, (one, other, first, second) => {
      fc.pre(one !== other);
      expect(orderedId(one, first) < orderedId(other, second)).toBe(one < other);
    }),
  );
});

test('property: 74 bits of chance are used, and each of them makes another id', () => {
  fc.assert(
    fc.property(instant, bytes, (now, random) => {
      const ids = new Set<string>();
      for (let bit = 0; bit < ORDERED_ID_BYTES * 8; bit++)
        ids.add(
          orderedId(
            now,
            random.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
          ),
        );
      ids.delete(orderedId(now, random));
      expect(ids.size).toBe(74);
    }),
  );
});
