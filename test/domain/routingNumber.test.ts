import { isRoutingNumber } from '#domain/routingNumber';

test.each(['021000021', '011401533', '122105155', '325081403', '091000019'])('%s is a routing number', (digits) => {
  expect(isRoutingNumber(digits)).toBe(true);
});

test.each(['021000022', '000000000', '02100002', '0210000210', '02100002a', '', '٠٢١٠٠٠٠٢١', ' 021000021'])(
  '%j is none',
  (digits) => {
    expect(isRoutingNumber(digits)).toBe(false);
  },
);

test('every single wrong digit and every swap of two neighbours that differ by other than five is noticed', () => {
  const good = '325081403';
  for (let place = 0; place < 9; place++) {
    for (let digit = 0; digit < 10; digit++) {
      const typed = `${good.slice(0, place)}${digit}${good.slice(place + 1)}`;
      expect(isRoutingNumber(typed)).toBe(typed === good);
    }
    const [left = '', right = ''] = good.slice(place, place + 2);
    if (right === '' || Math.abs(Number(left) - Number(right)) % 5 === 0) continue;
    expect(isRoutingNumber(`${good.slice(0, place)}${right}${left}${good.slice(place + 2)}`)).toBe(false);
  }
});
