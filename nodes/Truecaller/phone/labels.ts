/**
 * Words beside a phone number that name its kind. Other words are kept: letters can stand for digits (1-800-FLOWERS) or
 * for hidden digits, and a name may say that the number must not be called.
 */
const WORDS: Readonly<Record<string, string>> = {
	short: 'm t p c h w',
	English:
		'phone phones telephone tel ph phn mobile mob mbl mobl cell cellular cellphone handphone whatsapp whats app wa sms contact number no num nr nbr nos home work office business personal primary main direct landline line',
	Spanish: 'teléfono telf tfno tlf tlfn fono móvil celular cel fijo contacto número núm nro',
	Portuguese: 'telefone fone telemóvel móvel celular fixo contato número zap',
	French: 'téléphone tél portable fixe numéro num mobile n gsm',
	German:
		'Telefon Telefonnummer Tel Handy Handynummer Mobil Mobilnummer Mobiltelefon Festnetz Rufnummer Nummer privat geschäftlich',
	Italian: 'telefono cellulare cell fisso numero ufficio casa',
	Dutch: 'telefoon telefoonnummer mobiel mobielnummer gsm nummer vast',
	Scandinavian: 'telefon telefonnummer mobilnummer mobiltelefon tlf tel nummer',
	Finnish: 'puhelin matkapuhelin puh',
	Polish: 'telefon komórka komórkowy kom numer',
	Czech: 'telefon mobil číslo',
	Hungarian: 'telefon telefonszám mobil szám',
	Romanian: 'telefon mobil număr',
	Turkish: 'telefon cep tel numara numarası',
	Greek: 'τηλέφωνο τηλ κινητό κιν',
	Russian: 'телефон тел моб мобильный мобильник сотовый сот номер',
	Ukrainian: 'телефон тел моб мобільний номер',
	Indonesian: 'telepon telp tlp hp ponsel nomor nomer bimbit',
	Vietnamese: 'điện thoại đt sđt di động số sđt sdt dt',
	Swahili: 'simu namba nambari',
	Arabic: 'هاتف الهاتف جوال الجوال موبايل محمول نقال تلفون رقم واتساب واتس',
	Persian: 'تلفن موبایل همراه شماره',
	Urdu: 'فون موبائل نمبر',
	Hebrew: 'טלפון נייד מספר',
	Hindi: 'फोन फ़ोन मोबाइल मोबाईल मो दूरभाष संपर्क सम्पर्क नंबर नम्बर व्हाट्सएप',
	Bengali: 'ফোন মোবাইল নম্বর',
	Tamil: 'தொலைபேசி கைபேசி மொபைல் எண்',
	Telugu: 'ఫోన్ మొబైల్ నంబర్',
	Gujarati: 'ફોન મોબાઇલ નંબર',
	Kannada: 'ಫೋನ್ ಮೊಬೈಲ್ ಸಂಖ್ಯೆ',
	Malayalam: 'ഫോൺ മൊബൈൽ നമ്പർ',
	Punjabi: 'ਫੋਨ ਮੋਬਾਈਲ ਨੰਬਰ',
	Thai: 'โทร โทรศัพท์ เบอร์ มือถือ',
	Chinese: '电话 電話 手机 手機 移动电话 手机号 手机号码 号码 號碼',
	Japanese: '電話 電話番号 携帯 携帯電話 携帯番号',
	Korean: '전화 전화번호 휴대폰 휴대전화 핸드폰 연락처',
};

/** Ignores case and accents. */
const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const LABELS = new Set(Object.values(WORDS).join(' ').split(' ').map(fold));

const WORD = /[\p{L}\p{M}]+/gu;
/** Pictures of telephones, with the character that colours them. */
const TELEPHONES = /[\u260e\u260f\u2706\u{1f4de}\u{1f4f1}\u{1f4f2}]\ufe0f?/gu;
/** A letter that touches a digit belongs to it: 98765O3210, 98765xxxxx. */
const TOUCHES = /[0-9]\p{L}|\p{L}\p{M}*[0-9]/u;
const AROUND_LABELS = /^[\s.:;,()[\]<>/&|#°º=*_"'`\p{Pi}\p{Pf}-]*$/u;

const isLabel = (text: string): boolean => {
	const words = text.match(WORD) ?? [];
	const rest = text.replace(WORD, '');
	return (
		words.length > 0 && words.every((word) => LABELS.has(fold(word))) && AROUND_LABELS.test(rest)
	);
};

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Keeps an open bracket or a minus, which belong to the number: Tel: -98765 43210. */
const keepOfHead = (head: string): string => {
	if (/\s-$/.test(head)) return '-';
	return count(head, '(') > count(head, ')') ? '(' : '';
};

/** Returns whether the end of a text is a label. A single letter is one only in brackets: 98765 43210 x may be an extension. */
const isLabelAfter = (tail: string): boolean =>
	isLabel(tail) && !/(?<![\p{L}\p{M}(])\p{L}(?![\p{L}\p{M}])/u.test(tail);

/** Returns a number without the labels before and after it, or the text unchanged where any other word stands. */
export const takeOffLabels = (text: string): string => {
	const plain = text.replace(TELEPHONES, '').trim();
	if (!/\p{L}/u.test(plain) || TOUCHES.test(plain)) return plain;
	const parts = /^([^0-9+]*)([+0-9].*[0-9])([^0-9]*)$/s.exec(plain);
	if (!parts) return plain;
	const [, head = '', middle = '', tail = ''] = parts;
	const start = isLabel(head) ? keepOfHead(head) : head;
	const end = isLabelAfter(tail) ? (count(tail, ')') > count(tail, '(') ? ')' : '') : tail;
	return `${start}${middle}${end}`.trim();
};
