import { COUNTRIES } from '../../../nodes/Truecaller/phone/countries';
import { findCountry } from '../../../nodes/Truecaller/phone/findCountry';
import { readPhoneNumber } from '../../../nodes/Truecaller/phone/phoneNumber';

describe('Default Country', () => {
	it.each(['IN', 'in', ' IN ', 'India', 'INDIA', '+91'])('reads "%s" as India', (country) => {
		expect(readPhoneNumber('098765 43210', country)).toEqual({
			ok: true,
			number: '+919876543210',
		});
	});

	it.each([
		['UK', 'GB'],
		['USA', 'US'],
		['uae', 'AE'],
		['+1', 'US'],
		['Côte d’Ivoire', 'CI'],
	])('reads "%s" as %s', (text, iso) => {
		expect(findCountry(text)?.iso).toBe(iso);
	});

	it('keeps reading every code that the list of earlier versions stored', () => {
		expect(COUNTRIES.map(({ iso }) => findCountry(iso)?.iso)).toEqual(
			COUNTRIES.map(({ iso }) => iso),
		);
	});

	it.each(['', 'Atlantis', '91', 'I'])('reads "%s" as no country', (text) => {
		expect(findCountry(text)).toBeUndefined();
	});
});
