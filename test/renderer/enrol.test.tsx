import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { act, fireEvent } from '@testing-library/react';
import { type App, createApp } from '#main/app';
import { FAKE_ENROLMENT_TOKEN } from '#test/support/fakeWire';
import { createStation, type TestStation } from '#test/support/station';
import { pageAt, screen, type TestPage } from '../support/pageAt.tsx';

let station: TestStation;
let app: App;
let page: TestPage;
const TOKEN = FAKE_ENROLMENT_TOKEN;

beforeEach(async () => {
  station = await createStation({ accounts: [] });
  const dataFolder = join(station.folder, 'other');
  mkdirSync(dataFolder);
  app = createApp({ ...station.host, dataFolder, ledgerUrl: 'https://typo.example' });
});
afterEach(async () => {
  page.close();
  await app.close();
  await station.close();
});

const open = async () => {
  page = await pageAt({ ...station, app });
};
const typedIn = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value;
const started = () => app.connect().call('enrolStation', { ledger: 'https://typo.example', token: TOKEN });

test('an enrolment that failed at the start says why, and only what is wrong is typed again', async () => {
  station.ledger.line = 'down';
  await started();
  await open();
  expect(screen.getByRole('alert').textContent).toMatch(/^Nothing answers at https:\/\/typo\.example\./);
  expect([typedIn('Ledger'), typedIn('Token')]).toEqual(['https://typo.example', TOKEN]);
  expect(page.focused()).toBe(screen.getByLabelText('Ledger'));
  station.ledger.line = 'up';
  await page.type('https://right.example');
  expect(screen.queryByRole('alert')).toBeNull();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: /Enrol this station/ })));
  await page.settle();
  expect(page.calls.find(({ name }) => name === 'enrolStation')?.input).toEqual({
    ledger: 'https://right.example',
    token: TOKEN,
  });
  expect(screen.queryByLabelText('Token')).toBeNull();
});

test('a failure that comes while the page is open is told under the token', async () => {
  await open();
  expect(typedIn('Ledger')).toBe('https://typo.example');
  expect(page.focused()).toBe(screen.getByLabelText('Token'));
  station.ledger.refusal = { status: 403, code: 'enrolment_token_used', sentence: 'Used.' };
  await act(async () => void (await started()));
  await page.settle();
  expect(screen.getByRole('alert').textContent).toBe(
    'This enrolment token was used already. Ask finance for a new one.',
  );
  expect(screen.getByLabelText('Token').getAttribute('aria-invalid')).toBe('true');
});
