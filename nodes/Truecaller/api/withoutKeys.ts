import { withoutSecrets } from './problems';

const UUID = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** Returns a text of Truecaller without IDs, keys and tokens, and with phone numbers cut to their last four digits. */
export const withoutKeys = (text: string): string => withoutSecrets(text.replace(UUID, '…'));
