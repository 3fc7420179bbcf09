import * as z from 'zod';
import { Language } from './account.ts';
import { lineOfText, NAME_MAX } from './text.ts';

/** What a thing of the district's own is called in other languages than English, as far as the district says. */
export const OtherNames = z.partialRecord(Language.exclude(['en']), lineOfText(NAME_MAX));
export type OtherNames = z.infer<typeof OtherNames>;
