/** The language that a payer reads beside English. */
export const slipLanguage = {
  title: 'Slip language',
  english: 'English only',
  beside: (language: string) => `English and ${language}`,
  line: (language: string) => `slip also in ${language}`,
} as const;
