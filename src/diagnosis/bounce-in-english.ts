import { withoutEnd } from '../shared/text';

/** More than any server says; the log's reader cuts earlier. */
const longest = 2000;

/** A server's answer, reduced to what its meaning rests on. */
export interface BounceWords {
  /**
   * Lower case and English, one space between words and one at both ends, without accents on Latin letters. A lone `.` ends a
   * sentence; addresses, IP addresses, host names and links are `@`, `ipaddr`, `hostaddr` and `url`, and what names a
   * block list is `dnsbl`.
   */
  readonly words: string;
  /** Enhanced status codes (RFC 3463), as `5.1.1`, in order. */
  readonly codes: readonly string[];
}

const blockLists =
  /spamhaus|spamcop|sorbs|barracudacentral|uceprotect|manitu|abusix|mailspike|invaluement|^ivm(?:sip|uri)|spamrats|surbl|uribl|psbl|abuseat|senderbase|talosintelligence|senderscore|mail-abuse|spameatingmonkey|hostkarma|junkemailfilter|backscatterer|lashback|nixspam|cloudmark|(?:ipcheck|prs)\.proofpoint|dnsbl|\brbl\b|\bdnsrbl|\bbl\.|\bblocklist\./;

/**
 * What mail servers say in other languages, in the English words that the table knows. One dictionary instead of a
 * row for each language: whatever the table learns in English it then knows in all of them.
 */
const latin: readonly (readonly [english: string, words: string])[] = [
  ['ip address', 'ip adresse|adress[oe]? ip|direccion ip|indirizzo ip|endereco ip|adres ip'],
  [
    'blacklist',
    'sperrliste|schwarze liste|liste noire|lista (?:negra|nera|preta)|czarn\\w+ li\\w+',
  ],
  ['user', 'benutzer|nutzer|utilisateur|usuari[oa]|utente|uzytkownik\\w*|gebruiker|anvandare\\w*'],
  [
    'recipient',
    'empfanger\\w*|adressat\\w*|destinataires?|destinatari[oa]s?|destin|odbiorc[ay]|adresat\\w*|ontvanger',
  ],
  [
    'mailbox',
    'postfach\\w*|briefkasten|boites?(?: aux lettres)?|messagerie|buzon|casilla|casella|bandeja|caixa(?: postal)?|skrzynk\\w+|postbus',
  ],
  ['account', 'konto|konta|compte|cuenta|conta'],
  ['address', 'mailadresse|adresse|direccion|indirizzo|endereco|adres'],
  [
    'sender',
    'absender\\w*|expediteur|emetteur|remitente|remetente|mittente|nadawc\\w+|afzender|odesilatel',
  ],
  ['domain', 'domane|domaine|domini[oa]|domena|domein'],
  [
    'does not exist',
    'existier(?:t|en) nicht|n existe (?:pas|plus)|n[ao]o? existe|non esiste|inexistent[ea]?s?|inexistant\\w*|inesistente|nie istnieje|nie ma takiego|bestaat niet|(?:ist )?nicht vorhanden|gibt es nicht',
  ],
  [
    'unknown',
    'unbekannt\\w*|inconnu\\w*|desconocid[oa]s?|desconhecid[oa]s?|sconosciut[oa]|nieznan\\w+|onbekend',
  ],
  [
    'not found',
    '(?:nicht|niet) (?:gefunden|bekannt|gevonden)|introuvable|n[ao]o? (?:se )?(?:ha )?(?:sido )?encontrad[oa]|non trovat[oa]|nie znaleziono',
  ],
  [
    'invalid',
    'ungultig\\w*|invalide?[oa]?s?|no(?:n)? valid[oa]|errat[oa]|nieprawidlow\\w+|ongeldig',
  ],
  [
    'disabled',
    'deaktiviert|inaktiv|geschlossen|desactivee?|suspendue?|fermee?|desactivad[oa]|suspendid[oa]|desativad[oa]|inactiv[oa]|inativ[oa]|expirad[oa]|disatt*ivat[oa]|sospes[oa]|scadut[oa]|nieaktywn\\w+|zawieszon\\w+',
  ],
  [
    'blocked',
    'gesperrt|blockiert|bloquee?s?|interdite?|bloquead[oa]|bloccat[oa]|zablokowan\\w+|geblokkeerd',
  ],
  [
    'rejected',
    'abgelehnt|zuruckgewiesen|rejetee?|rechazad[oa]|rejeitad[oa]|respint[oa]|odrzucon\\w+',
  ],
  ['full', 'voll|uberfullt|pleine?|saturee?|llen[oa]|llenado|pien[oa]|chei[oa]|(?:prze)?peln\\w+'],
  [
    'over quota',
    'uberschritten|ueberschritten|erschopft|depasse\\w*|excedid[oa]|superada|esgotada|przekroczon\\w+',
  ],
  ['quota', 'kontingent|speicherplatz\\w*|speicher|cuota|cota'],
  ['too many', 'zu ?viele|trop de|demasiad[oa]s|troppi|zbyt wiele'],
  ['connections', 'verbindungen|connexions|conexiones|connessioni'],
  ['messages', 'nachrichten|mensajes|messaggi|wiadomosci'],
  [
    'try later',
    'plus tard|spater (?:erneut|noch ?mal|wieder)|mas tarde|mais tarde|piu tardi|pozniej',
  ],
  ['no such', 'kein(?:e|en)? solche[rns]?'],
  ['no', 'kein(?:e|en)?|aucun'],
  ['on the server', 'auf dem server|sur le serveur|en el servidor|no servidor|sul server'],
  ['by that name', 'a ce nom|de este nombre|con questo nome|unter diesem namen'],
];
/** Of scripts that are written without spaces, or near enough, so that a word is looked for anywhere. */
const unspaced: readonly (readonly [english: string, words: string])[] = [
  ['blacklist', '黑名单|黑名單|ブラックリスト|블랙리스트|ч[её]рн\\S* спис\\S*'],
  [
    'sending server',
    '(?:发信|发件|發信|發件|寄件|来源|您的|送信元|送信者|差出人|발신)[ の]?(?:ip|服务器|人|者|域名|サーバ|ドメイン|서버|도메인|자)',
  ],
  ['sender', 'отправител\\S*'],
  ['user', '用户名?|用戶|使用者|ユーザー?名?|사용자|пользовател\\S*'],
  ['recipient', '收件人|收件者|宛先|受信者|수신[자인]|получател\\S*'],
  ['mailbox', '邮箱|郵箱|信箱|メールボックス|메일함|사서함|(?:почтов\\S* )?ящик\\S*'],
  [
    'account',
    '[帐账帳]号|[帐账帳]號|[帐账帳]户|アカウント|계정|аккаунт\\S*|уч[её]тн\\S* запис\\S*',
  ],
  ['address', '地址|アドレス|주소|адрес\\S*'],
  ['domain', '域名|ドメイン名?|도메인|домен\\S*'],
  ['not found', '未找到|没有找到|見つかり\\S*|찾을 수 ?\\S*|не найден\\S*'],
  ['nonexistent', '없는'],
  [
    'does not exist',
    '不存在|未开通|查无此人|存在し\\S*|ありません|존재하지 ?\\S*|없\\S*|не существует|нет так\\S+',
  ],
  ['unknown', '不明|неизвест\\S*'],
  ['invalid', '无效|無效|無効|错误'],
  [
    'over quota',
    '空间不足|空間不足|容量不足|超出容量|容量超\\S*|容量を超\\S*|용량 ?(?:초과|부족|이)\\S*|превыш\\S+ (?:квот|лимит)\\S*',
  ],
  [
    'mailbox full',
    '空间已满|已满|已滿|一杯(?=[でのに])|いっぱい(?=[でのに])|満杯|満了|가득|переполнен\\S*',
  ],
  [
    'mailbox disabled',
    '冻结|凍結|禁用|锁定|停用|休眠|注销|停止中|휴면|정지|заблокирован\\S*|отключ[её]н\\S*',
  ],
  ['too frequently', '频率|频繁|过快|頻繁|连接数|送信数'],
  ['message too large', '邮件(?:过大|太大|大小超)'],
  ['policy', '垃圾|拒收|内容|迷惑メール|受信拒否|ポリシー|스팸|차단|спам'],
  ['try later', '稍后|稍後|後で|나중에|позже'],
];

/** Not within an address or the name of a host. */
const toEnglish = [
  ...latin.map(([word, words]) => {
    const whole = `(?<![a-z0-9@._-])(?:${words})(?![a-z0-9@_]|[.-][a-z0-9])`;
    return { word, other: new RegExp(whole, 'g') };
  }),
  ...unspaced.map(([word, words]) => ({ word, other: new RegExp(words, 'g') })),
];

const code = /^[245]\.\d{1,3}\.\d{1,3}$/;
const ip = /^\d{1,3}(?:\.\d{1,3}){3}$|^(?=.*:.*:)[\da-f:.]+$/;
/** Exchange names the part of it that refused, as in `RESOLVER.ADR.RecipNotFound`. */
const host =
  /^(?!(?:resolver|storedrv|smtpsend|queue)\.)[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.[\p{L}][\p{L}\d-]+(?:\/.*)?$/u;
/** No domain ends so: it is the next sentence, and the space is missing. */
const nextSentence =
  /^(.+)\.(please|see|for|the|this|that|contact|try|if|visit|your|it|reason|error|https?)$/;

/**
 * Reads a text once, word by word, so the time it takes grows with its length only. Addresses stand anywhere between
 * the words, and an IP address looks like a status code: both are set apart before anybody looks for phrases.
 */
export function bounceWords(text: string): BounceWords {
  const codes: string[] = [];
  const words: string[] = [];
  const plain = withoutAccents(text.slice(0, longest).normalize('NFKC').toLowerCase())
    .slice(0, longest)
    .replace(/[\u200b-\u200f\u2060-\u2064\u00ad\ufeff]/g, '')
    .replace(/https?:\/\/\S*/g, (url) => (blockLists.test(url) ? ' dnsbl ' : ' url '))
    .replace(/n['’]t(?![a-z])/g, ' not')
    .replace(/(?<![a-z])cannot(?![a-z])/g, 'can not')
    .replace(/[;!?。！？；]+/g, ' . ')
    .replace(/[\s<>()[\]{}"'`´‘’“”«»「」=|\\,、，*#_~^&+%$]+/g, ' ');

  const english = toEnglish.reduce(
    (said, { word, other }) => said.replace(other, ` ${word} `),
    plain,
  );
  for (const token of english.split(/ +/)) readToken(token, words, codes);
  return { words: ` ${words.join(' ')} `, codes };
}

function readToken(token: string, words: string[], codes: string[]): void {
  // "550-5.1.1": a reply of several lines says its code on each of them.
  const bare = withoutEnd(token.replace(/^[2-5]\d\d-/, '').replace(/^[-–—:/.]+/, ''), '-–—:/');
  const word = withoutEnd(bare, '.…:');
  const ends = bare !== word || token === '.';
  if (word.includes(':') && !ip.test(word)) {
    // `IP:192.0.2.10`, `kim@example.com:blocked`
    for (const part of word.split(':')) readToken(part, words, codes);
  } else if (word.includes('@')) readAddress(word, words);
  else if (code.test(word)) codes.push(word);
  else if (ip.test(word)) words.push('ipaddr');
  else if (/^[2-5]\d\d$/.test(word)) return;
  else if (host.test(word)) readHost(word, words);
  else {
    const parts = word.split(/[-–—:/.…]+/).filter((part) => part !== '');
    for (const part of parts) words.push(blockLists.test(part) ? 'dnsbl' : part);
  }
  if (ends) words.push('.');
}

/** `kim@example.com...User unknown` */
function readAddress(word: string, words: string[]): void {
  const parts = word.split(/\.{2,}|…/).filter((part) => part !== '');
  for (const part of parts) words.push(part.includes('@') ? '@' : part);
}

function readHost(word: string, words: string[]): void {
  const [, last = '', next = ''] = nextSentence.exec(word) ?? [];
  if (last !== '' && !last.includes('.')) words.push(last, '.', next);
  else words.push(blockLists.test(word) ? 'dnsbl' : 'hostaddr');
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC');
}
