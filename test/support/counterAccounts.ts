import type { AccountDelta } from '#domain/account';
import { account, charge } from './quarryBay.ts';

/** Accounts for screens: names of many origins, several charges, credits, a returned check, a closed account. */
export function counterAccounts(): AccountDelta[] {
  const period = 'Sep–Oct 2026';
  const one = (number: string, name: string, street: string, cents: number, more: Partial<AccountDelta> = {}) =>
    account(number, name, cents > 0 ? [charge('service', period, '2026-11-30', cents)] : [], {
      serviceAddress: street,
      mailingAddress: `${street}, Quarry Bay WA 98379`,
      ...more,
    });
  return [
    account(
      '40-12093-01',
      'Nguyễn, Minh Châu',
      [
        charge('penalty', 'Jul–Aug 2026', '2026-10-01', 864),
        charge('contract', 'installment 3 of 6', '2026-11-15', 6250),
        charge('service', 'Jul–Aug 2026', '2026-09-30', 8640),
        charge('service', period, '2026-11-30', 8640),
      ],
      {
        serviceAddress: '2214 Alder Ct NE',
        mailingAddress: '2214 Alder Ct NE, Quarry Bay WA 98379',
        parcel: '0418-22-0093',
        phone: '360-555-0142',
        email: 'minh.chau@example.org',
        flags: ['no-checks', 'autopay', 'contract'],
        contract: 'PP-4012093',
        notes: 'Check № 2204 came back in October. No checks until the plan is paid.',
        language: 'vi',
      },
    ),
    one('40-11540-02', 'Nguyen, Kevin D.', '907 Skagit Ln', 8640),
    one('40-13307-01', 'Nguyen, Quoc Bao', '1828 Tide St, Unit 4', 0, { unappliedCents: 2500 }),
    one('40-10877-01', 'Nguyen, Thu Ha', '33 Heron Way', 0, { flags: ['autopay'] }),
    one('40-09914-04', 'Nguyen, Van Tuan', '415 Orchard St', 0, { status: 'closed' }),
    one('40-12611-01', 'Nguyen-Okafor, Adaeze', '1410 Cedar Loop', 17280),
    one('40-10052-02', 'Nguyen Family Trust', '5 Marina Pl', 0),
    one('41-00418-01', 'Nguyen Nail & Spa LLC', '301 Front St, Suite B', 41822, { flags: ['commercial'] }),
    account(
      '40-11872-03',
      'Hale, Dorothea',
      [charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1500), charge('service', period, '2026-11-30', 8640)],
      { serviceAddress: '118 Quarry Rd' },
    ),
    one('41-00507-01', 'Rainier Court HOA', '1 Rainier Ct', 103680, { flags: ['commercial'] }),
    one('40-10660-02', 'Иванова, Ольга', '622 Bayview Ave', 10140, { language: 'ru' }),
    one('40-11219-03', 'Castellanos, Inés', '77 Harbor View Dr', 8640, {
      language: 'es',
      notes: 'Earlier owner: Nguyen, Bao.',
    }),
    one('40-12155-01', 'Okafor, Chidi', '410 Nguyen Ct', 17280),
    one('40-11034-02', 'Okonkwo, Ifeoma', '2040 Madrona Ave NE', 25920, {
      mailingAddress: 'c/o Nguyen Property, 88 Ferry St, Quarry Bay WA 98379',
      permits: ['SSP-2025-0412', 'SSP-2026-0097'],
      email: 'nguyen.property@example.net',
    }),
    one('40-11488-01', 'Tkachenko, Dmytro', '19 Slip Way', 12960),
    one('40-10304-01', 'Łukasik, Zofia', '240 Spruce St', 8640),
    one('40-12502-01', 'Björnsdóttir, Katrín', '8 Lava Ln', 8640),
    one('40-13018-01', 'Faʻasavalu, Sione', '93 Reef Rd', 12640, {
      flags: ['shut-off', 'lien'],
      notes: 'Shut-off notice left at the door. Lien filed with the county.',
    }),
    one('40-12380-01', 'Johnson, Dorothy', '12 Hemlock St', 8640),
    one('40-12381-01', 'Johansson, Göran', '14 Hemlock St', 0),
  ];
}
