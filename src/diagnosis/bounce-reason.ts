import { bounceWords, type BounceWords } from './bounce-words';
import type { DeliveryReport } from './answers';

/** Why a receiving server did not take a mail: whose fault it names, and so who can do something about it. */
export type BounceReason =
  /** Ours: the IP address, domain, From line or reputation that we send with, or a block list that has them. */
  | 'sender_refused'
  /** That server does not handle the recipient's domain, so the domain's MX record leads to the wrong place. */
  | 'receiver_misrouted'
  /** Too many mails at the moment, or greylisting: a later mail is taken. */
  | 'receiver_busy'
  | 'no_such_mailbox'
  | 'no_such_domain'
  | 'mailbox_full'
  | 'mailbox_disabled'
  | 'too_large'
  /** A rule or filter of the receiving side, which only its administrator can change. */
  | 'refused_by_policy';

interface Row {
  readonly reason: BounceReason;
  readonly words?: RegExp;
  readonly codes?: RegExp;
  readonly replyCode?: number;
  /** Mailgun's own reason. */
  readonly mailgun?: string;
  /** With these words beside it, it is something else. */
  readonly unless?: RegExp;
}

/**
 * Phrases as one pattern, of whole words. ` ~ ` stands for up to three words between, ` ~~ ` for up to eight, never
 * across the end of a sentence.
 */
function phrases(...all: readonly string[]): RegExp {
  const patterns = all.map((phrase) =>
    phrase.replaceAll(' ~~ ', '(?: [^ .][^ ]*){0,8} ').replaceAll(' ~ ', '(?: [^ .][^ ]*){0,3} '),
  );
  // Accents are gone, so what is not ASCII is of a script that is written without spaces, or near enough.
  const anywhere = patterns.filter((pattern) => /[^ -~]/.test(pattern));
  const whole = patterns.filter((pattern) => !anywhere.includes(pattern));
  return new RegExp([`(?<![a-z0-9])(?:${whole.join('|')})(?![a-z0-9])`, ...anywhere].join('|'));
}

const box =
  '(?:@|users?|recipients?|mail ?box(?:es)?|accounts?|address(?:es)?|addressee|rcpt|e ?mail|alias|inbox|username|user (?:name|id)|userid|local ?part|customer|person|member)';
/** Without the mail itself, which can be "blocked" or "expired" as well. */
const owner =
  '(?:@|users?|recipients?|mail ?box(?:es)?|accounts?|address(?:es)?|addressee|rcpt|alias|inbox|username|user (?:name|id)|customer|member)';
const gone =
  '(?:(?:is|was|are|does|do|could|can) )?(?:unknown(?! (?:reason|error|command|status|problem))|invalid(?! (?:dns|mx|a|sender|domain|headers?|from|helo|command|arguments?|sequence))|not (?:be )?(?:found|known|valid|present|recogni[sz]ed|listed|exists?|registered|located|matched)|not a (?:valid|known|registered)|nonexistent|non existent|undeliverable|unlisted|no longer (?:valid|exists?|available|in use|used|here|with|works?|employed|on|a))';
const domain = '(?:domains?|host ?names?|hosts?|domain name|mx|mail ?exchangers?|mail servers?)';
const server = '(?:server|servers|host|network|domain|system|organi[sz]ation|smtp)';
const refused =
  '(?:block\\w*|bann?\\w*|black\\w*|listed|reject\\w*|refus\\w*|den(?:y|ied)|forbidden|not (?:be )?(?:allowed|authori[sz]ed|permitted|accepted|trusted|welcome)|unauthori[sz]ed|suspended|suspicious|spam\\w*|abus\\w*|poor|bad)';

/**
 * One table, read from the top; the first row that fits is the answer. What names the sender comes before what names
 * the mailbox: to be told that a correct address has a typo, or to be sent to an administrator who can do nothing,
 * costs a customer days. Clear words come before the enhanced code, which many servers use loosely (5.7.1 "No such
 * user!"); loose words come after it.
 */
const table: readonly Row[] = [
  {
    // Before the sender, unless that is clearly named: servers say "your host" or "IP name lookup failed" with it.
    reason: 'receiver_misrouted',
    words: phrases(
      'relay(?:s|ing|ed)? ~ (?:denied|deny|prohibited|refused|rejected|forbidden|disabled|disallowed|not (?:be )?(?:allowed|permitted|accepted|authori[sz]ed|supported|possible))',
      '(?:denied|denies|deny|no|unable to|unable|refus\\w+|prohibit\\w*|disallow\\w*|unauthori[sz]ed|illegal|(?:can|will|do|does)? ?not (?:(?:be|a|an|allowed|permitted|authori[sz]ed|configured|able|set|up|to|mail|open) )*) ?(?:to )?(?:mail )?relay(?:ing)?(?! dynamic)',
      'rcpthosts|as a relay',
      'tenantattribution',
    ),
    codes: /^5\.7\.64$/,
    unless: phrases(
      'spam\\w*|(?:block|black|deny) ?list\\w*|dnsbl|[a-z]*rbls?|reputation|spf|dkim|dmarc|banned',
    ),
  },
  {
    // The recipient's own list, though it names the sender.
    reason: 'refused_by_policy',
    codes: /^5\.7\.(?:12|124|13[3-6])$/,
    words: phrases(
      '(?:blocked|rejected|refused|denied) by (?:the |this )?(?:recipient|user|addressee)s?(?! (?:s|server|domain|mail|system|host))',
      'authrequired|sender (?:was |is )?not authenticated (?:for|by)',
      '(?:recipient|user|addressee) (?:has (?:blocked|rejected|refused)|refuses|rejects)|(?:recipient|user)(?: s)? (?:preferences|rules)|recipient is only accepting|list of senders|e ?mail to group ~ rejected',
      '(?:recipient|user)(?: s)? (?:block|black|deny) ?list',
    ),
  },
  {
    reason: 'sender_refused',
    mailgun: 'espblock',
    codes:
      /^[45]\.1\.[78]$|^[45]\.7\.2\d$|^5\.7\.(?:5(?!0[45]$)\d\d|6[0-4]\d|7\d\d)$|^4\.7\.65[01]$/,
    words: phrases(
      'spf|dkim|dmarc|ptr|rdns|fcrdns|[a-z]*rbls?|dnsbl|dbl|aup (?:in|out|\\d+)|reputation|unauthenticated|spoof\\w*|forged|impersonat\\w*',
      '(?:block|black|deny) ?list\\w*',
      '(?<!not )listed (?:at|by|in|on)',
      // AOL and Yahoo: a real-time block list, and an IP address that is taken for a dynamic one.
      'rtr bl|dyn t\\d',
      // Naver.
      'your ips?(?: ipaddr)? is filtered|register your ips?',
      'banned(?! (?:recipient|contents?|attachment|file|word|extension))',
      '(?:fail\\w*|pass|missing|no|not|level|required|senders?|e ?mail) ~ authentication (?:checks?|information|results?|level|failures?|failed)',
      'authentication checks?',
      // Our IP address and servers.
      `(?:your|sending|senders?|originating|connecting|source|client|remote|this|the|server) (?:ips?|ipv[46]|ip address|address ipaddr) ~~ ${refused}`,
      `${refused} ~~ (?:your|sending|originating|connecting|source|client|remote) (?:ips?|ipv[46])`,
      `ips?(?: address)?(?: ipaddr)?(?: is| are| was| has been| has)? ${refused}`,
      `(?:black|spam|suspected|invalid|dynamic|transient|residential|dial ?up) (?:ips?|ip address|hosts?)|${refused} (?:ips?|ip address)`,
      `ipaddr(?: is| was| has been)? (?:block\\w*|listed|bann\\w*|black\\w*|deni\\w*|not (?:allowed|permitted|authori[sz]ed))|mail from ipaddr ~ ${refused}`,
      `messages? from ipaddr|not be accepted from ipaddr|connections? from ipaddr ~ ${refused}`,
      'dynamically assigned|too many invalid recipients|access denied please try ~ later|block for spam|sender ?score|suspected spam sender|your access to ~~ rejected|client host|connecting host|part of their network|sending (?:ips?|mta|server|host)|blocked using|blocked see (?:url|hostaddr)|use ~ server of your (?:isp|provider)',
      `(?<!(?:connections|sessions|messages|mails|emails) )(?:from|by) your (?:ips?|ip address|(?:mail |e ?mail |smtp |sending )?${server})`,
      `your (?:mail |e ?mail |smtp |sending )?${server} ~~ ${refused}`,
      `your (?:mail |e ?mail |smtp |sending )?${server} ~ (?:not|no|has no|without|lacks)`,
      'dns mx ~ resource record|mismatch\\w* ~ ips?|not match ~ (?:client|sending|your|our|sender) ~ ips?',
      'unusual rate ~~ mail|unsolicited mail ~ from|user complaints|open (?:relay|proxy)|spam(?:mer| ?source| ?trap)s?|sources? of spam|sending spam|listed as abus\\w*|(?:due to|for|of) abuse',
      // Our reverse DNS.
      '(?:reverse|inverse) (?:dns|lookup|host ?name|name|mapping|records?|resolution|address)',
      'can not (?:find|resolve) your ~ (?:host ?name|host|domain|address)',
      'ip name lookup failed',
      '(?:bad|invalid|no|missing|unresolvable) ~ helo|helo ~ (?:rejected|invalid|denied|refused|not)|ehlo ~ (?:rejected|invalid|not)',
      // Our domain, From line and envelope.
      '(?:sender|sending|from|envelope|originating|return path|mail from)(?: e ?mail| mail)? domain',
      'domain (?:of|in) (?:the )?(?:sender|from|return path|envelope)',
      'envelope sender|return path|sender policy|sender id',
      `sender ~ (?:need|domain|host|unrout\\w+|unresolv\\w+|verif\\w+|unverif\\w+|call ?out|authenticat\\w+|lookup|must|${gone})`,
      '(?:invalid|bad|unverified|unvalidated|fake|unknown|missing|improper|verify|validate) (?:the |your )?(?:envelope )?sender',
      '(?:mail )?from (?:address |header |line |field )?(?:is |was )?(?:invalid|missing|malformed|not valid|unknown)',
      'multiple addresses ~ from|(?:multiple|missing|no|valid|invalid) from (?:address|header|line|field)\\w*',
      'not (?:allowed|authori[sz]ed|permitted|designated) to send (?:(?:e ?mail|mail|messages)(?! to)|from|as|on behalf|in ~ name)|not allowed to connect|sending address',
      '(?:bogus|forged|unrout\\w+) (?:mail from|sender)|emetteur ~ (?:invalide|inconnu|refuse)|purported ~ address|call ?back (?:setup )?failed',
      '(?:message|mail|header|headers) ~ rfc \\d+|rfc \\d+ ~ (?:compliant|compliance|format)|not rfc ~ compliant',
      'message ?id header|missing ~ headers?|(?:multiple|duplicate|invalid|improper) ~ headers?|header error|headers? ~ not ~ (?:compliant|accepted|valid)|bare (?:lf|cr|newline)s?|lines? too long',
      // Other languages.
      'ip(?: adresse)? ~ gesperrt|sperrliste|absender(?:adresse|domain)? ~ (?:ungultig|unbekannt|existiert nicht|gesperrt|abgelehnt)',
      'adresse ip ~ (?:bloque|refuse|interdite)\\w*|liste noire|lista (?:negra|nera|preta)|(?:expediteur|remitente|remetente|mittente) ~ (?:inconnu|refuse|invalid|desconocid|desconhecid|rechazad|rejeitad|no valid)\\w*',
      '(?:黑名单|黑名單|ブラックリスト|블랙리스트|чер[а-я]+ спис)',
      '(?:发信|发件|發信|發件|来源|您的|送信元|送信者|差出人|발신)[ の]?(?:ip|服务器|人|域名|サーバ|ドメイン|서버|도메인|자)',
    ),
  },
  {
    reason: 'refused_by_policy',
    words: phrases(
      'sender(?: s)?(?: e ?mail)?(?: address)?(?: is| was| has been)? (?:denied|blocked|rejected|refused|not (?:allowed|permitted|accepted|authori[sz]ed))|blocked senders?',
      'not (?:on|in) ~ (?:allowed|permitted|approved|safe|white) ?(?:list|senders?)|not (?:allowed|authori[sz]ed|permitted) to send ~ to|delivery not authori[sz]ed|only accept(?:s|ing) ~ from|members only|reject due to policy|restricted by policy|policy error|non member|not pre ?approved|organi[sz]ational settings',
      '(?:blocked|rejected|refused|denied) by ~ (?:domain|organi[sz]ation|administrator|rule|policy|filter)',
      'message ~ (?:classified|identified|detected|recogni[sz]ed|considered|flagged) as',
    ),
  },
  {
    reason: 'receiver_misrouted',
    words: phrases(
      `(?:${domain}|@|user) ~ not ~ (?:local|hosted|served|serviced|handled|configured|authoritative)`,
      '(?:do|does|will|can) not (?:(?:handle|host|serve|accept|receive) ~ (?:mail|e ?mail|messages) for|(?:handle|host|serve) ~ domain)',
      'not (?:our|my|a local|one of our) domain|not (?:accepted|hosted|delivered) (?:here|on this server|at this (?:site|server))|not a gateway',
      'mail ~ loop\\w*|loop\\w* ~ (?:message|mail|back|detected)|routing loop|too many (?:hops|received)|hop count',
      '(?:smtp )?auth(?:entication|entifizierung)? (?:is )?(?:required|needed)|must (?:first )?(?:authenticate|log ?in)|(?:was |is )?not authenticated|requires? ~ authentication|authentification requise',
    ),
  },
  {
    reason: 'receiver_busy',
    words: phrases(
      'grey ?list\\w*|gray ?list\\w*',
      '(?:receiving|getting|received) (?:e ?mail|mail|messages) ~ (?:rate|quickly|fast)|too (?:quickly|fast|frequent\\w*)',
      'too many (?!(?:hops|received))(?:\\w+ )?(?:\\w+ )?(?:connections?|sessions?|messages(?! (?:on|in))|mails?|e ?mails?|recipients|requests|errors|deliveries|concurrent|simultaneous|emails)',
      'excessive (?:volume|rate|connections?)|rate ?limit\\w*|throttl\\w*|connection (?:frequency|rate|limit)|(?:receiving|receive|sending|hourly|daily|message) (?:rate|limit)|exceed\\w* ~ (?:connections?|rate|per (?:hour|minute|day))|limit ~ receiving|frequency limited',
      'mailbox unavailable or access denied|service refuse[ed]?|not accepting (?:connections|network)|(?:server|system|service|mailbox) (?:is )?(?:too )?(?:busy|overload\\w*)|high load|load too high|over ?loaded|congest\\w*',
      'resources? ~ (?:un|not )available|(?:insufficient|not enough|no|low) (?:free |on )?(?:system|disk|server) ?(?:space|storage|resources?|memory)?|no space left|out of (?:memory|resources)|queue ~ (?:full|unavailable)|queue quota',
      'zu viele (?:verbindungen|nachrichten|e ?mails?|mails)|trop de (?:connexions|messages)',
      '(?:频率|频繁|过快|頻繁|连接数|送信数)',
    ),
  },
  {
    reason: 'no_such_domain',
    words: phrases(
      `hostaddr (?:not found|does not exist)`,
      `${domain} ~ (?:${gone}|not (?:be )?resolv\\w*|unresolv\\w*|has no|does not resolve|does not accept ~ mail)`,
      `(?:no such|unknown|invalid|illegal|bad|unresolvable|nonexistent|unrout\\w+|dead) (?:destination |mail |recipient )?${domain}`,
      'domain ~ not reachable|domain must exist|mail domain ~~ unknown|name or service not known|no (?:valid |usable )?mx|null ?mx|no (?:mail )?exchangers?|nxdomain|no (?:valid )?(?:hosts?|mail servers?) (?:for|found)',
      '(?:not|unable) ~ find ~ (?:domain|host ?name|host|mail ?exchanger|mail ?server|mx|any host)\\w*|unable to resolve',
      '(?:all )?relevant mx records|mx ~ (?:lookup|query|record) ~ (?:fail\\w*|error|not)|dns ~ (?:error|fail\\w*|no such)',
      'domain[ea]? (?:existiert nicht|unbekannt|nicht gefunden)|domaine (?:inconnu|inexistant)|dominio (?:no existe|desconocido|inexistente)|domini[oa] inesistente',
      '(?:域名|域|ドメイン(?:名)?|도메인)(?:不存在|错误|无法解析|が(?:存在しま?せ?|見つかり|無効)|이 (?:없|존재하지))',
    ),
  },
  {
    reason: 'mailbox_full',
    words: phrases(
      `(?:${box}|storage|disk|quota|folder|maildir|maildrop|message store) ~~ (?:is |are )?(?:full|over ?quota|over (?:the |its |their )?(?:quota|limit|size)|out of (?:space|storage)|too (?:full|large|big))`,
      `(?:over|out of|exceed\\w*|above|beyond|not enough|insufficient|no|lack of|low on|used up|without) ~ (?:quota|storage|mailbox space|free space|space|allocation|capacity)`,
      `(?:quota|storage|mail ?box|inbox|blocks?|capacity|disk|account|maildir|mailbox size)(?: limit| size| size limit| usage| space| quota| has| is| was| have| been| already)* (?:exceed\\w*|reached|violat\\w*|exhausted|hit|full|excess)`,
      'too many messages (?:on|in)|(?:not have|not) (?:enough|sufficient) ~ space|(?:reached|disk ?space|userdisk|domaindisk) ~ quota|space ~ used up|too much mail data|over ?quota|quota ~ (?:exceed\\w*|violation|reached|full|limit)|(?:mailbox|mail box|inbox) ~ exceed\\w* ~ (?:limit|size|quota|maximum)|mailbox has reached|full mailbox|storage (?:limit|quota)|mail ?box (?:size )?limit|mailfolder is full|trouble in home directory',
      '(?:postfach|mailbox|speicher\\w*|kontingent|briefkasten) ~ (?:voll|uberfullt|uberschritten|ueberschritten|erschopft)',
      '(?:boite|messagerie|quota) ~ (?:pleine?|saturee?|depasse\\w*)|(?:buzon|cuota|casilla|casella|caixa|cota|quota|bandeja) ~ (?:lleno|llena|excedid[ao]|superada|piena|cheia|esgotada|llenado)',
      '(?:空间不足|空間不足|空间已满|已满|已滿|容量不足|超出容量|容量超|容量を超|容量がいっぱい|(?:一杯|いっぱい|満杯|満了)(?:で|の|に)|가득|용량 ?(?:초과|부족|이)|переполнен)',
    ),
  },
  {
    reason: 'no_such_mailbox',
    words: phrases(
      `${box} ~~ ${gone}`,
      `(?:unknown|no such|invalid|bad|nonexistent|non existent|incorrect|undeliverable|unrecogni[sz]ed|no valid|no correct|not a valid|not a known|not an active) (?:local |destination |recipient |e ?mail |mail )*${box}`,
      'no ~ (?:mail ?box|user|account|person|recipient) ~ (?:here|by that name|with that name|of that name|called)|no (?:mail ?box|user|account|recipient) (?:found|available|exists?|listed|in)|(?:recipient|rcpt|address|user) (?:is )?not (?:a )?(?:accepted|ok|local)',
      `(?:do|does) not have (?:an?|any) ~ (?:account|mail ?box)`,
      'no longer (?:works? (?:here|at|for)|with|employed)|has left|badrcptto|validrcptto|badrecipientto|\\w*notfound|no one (?:at this address|by that name)|(?:unable|not able|not) ~ find ~ (?:user|recipient|mail ?box|account)|recipient ~ not ~ verified|recipient verification|not in ~ (?:directory|address book|recipient list|user list)|can not accept user|rejected recipients|missing home directory|not our (?:customer|user)|destination addresses were unknown|is not an? ~ (?:user|mail ?box|recipient|address|account)',
      '(?:marked as|address is) invalid|user ~ nicht (?:gefunden|vorhanden)',
      '(?:postfach|empfanger\\w*|benutzer\\w*|adresse|konto|nutzer|mailadresse|empfangeradresse) ~ (?:existiert nicht|existieren nicht|unbekannt|nicht gefunden|nicht vorhanden|ungultig|nicht bekannt|gibt es nicht)|unbekannter (?:empfanger|benutzer|nutzer)|kein(?:e|en)? ~ (?:benutzer|postfach|konto|empfanger)|aucun ~ (?:utilisateur|compte|destinataire)',
      '(?:utilisateur|destinataire|adresse|boite|compte) ~ (?:inconnue?|inexistante?|n existe (?:pas|plus)|invalides?|introuvable)',
      '(?:usuario|destinatario|direccion|buzon|cuenta|utente|indirizzo|casella|usuario|endereco|caixa postal|conta) ~ (?:no (?:existe|encontrad[oa])|nao (?:existe|encontrad[oa])|desconocid[oa]|desconhecid[oa]|inexistente|inesistente|sconosciut[oa]|non (?:esiste|trovat[oa])|invalid[oa])|no existe (?:ese|dicha|el) ~ (?:usuario|persona|buzon)',
      '(?:用户|用戶|使用者|收件人|邮箱|郵箱|帐号|账号|帳號|帐户|账户|地址)(?:名|地址)?(?:不存在|未找到|错误|無效|无效|未开通|没有找到)',
      '(?:未开通|查无此人|宛先不明|(?:宛先|ユーザー?|アドレス|メールボックス|受信者|アカウント)(?:が|は)?(?:存在し|見つかり|不明|無効|ありません))',
      '(?:존재하지(?: ?않| |$)|사용자(?:가|를)? ?(?:없|찾을)|없는 (?:사용자|계정|메일)|(?:пользовател[ья]|ящик|адрес) ?не (?:найден|существует))',
      'пользователь не (?:найден|существует)|ящик не (?:найден|существует)|нет такого (?:пользователя|ящика|адреса)',
    ),
  },
  {
    reason: 'mailbox_disabled',
    words: phrases(
      `${owner} ~~ (?:disabled|inactive|suspended|deactivated|locked|frozen|closed|expired|terminated|discontinued|dormant|not active|not activated|not enabled|restricted|on hold|archived)`,
      '(?:users?|mail ?box|accounts?|inbox|customer) ~ blocked|archived recipient|boite ~ archivee',
      `(?:disabled|inactive|suspended|deactivated|locked|frozen|closed|expired|terminated|dormant) (?:local |recipient |e ?mail |mail )*${box}`,
      `${owner} ~~ (?:not accepting|not (?:allowed|able|permitted) to receive|can not receive|refusing|unable to receive|no longer (?:active|enabled|accepts?|receiv\\w+))`,
      'policy rejection on the target address',
      '(?:postfach|konto|empfanger|benutzer) ~ (?:gesperrt|deaktiviert|inaktiv|geschlossen)|(?:compte|boite|adresse|utilisateur) ~ (?:desactivee?|suspendue?|bloquee?|fermee?)|(?:cuenta|usuario|buzon|conta|caixa) ~ (?:desactivad[oa]|suspendid[oa]|bloquead[oa]|desativad[oa])',
      '(?:冻结|凍結|禁用|锁定|停用|休眠|注销|停止中|휴면|정지|заблокирован|отключен)',
    ),
  },
  {
    reason: 'too_large',
    words: phrases(
      '(?:message|mail|e ?mail|attachments?|body|data|content|headers?|file)(?: size)? ~ (?:too (?:large|big|long)|exceeds? ~ (?:size|limit|maximum|fixed|permitted))',
      '(?:exceed\\w*|over|maximum) ~ (?:message|mail|e ?mail|mailsize|attachment) ~ (?:size|limit)|size (?:limit|exceed\\w*)|max(?:imum)? (?:message )?size|mailsize',
      'nachricht ~ zu gross',
      '邮件(?:过大|太大|大小超)',
    ),
  },
  // The receiver's own code. Its class (4 or 5) says how long, not what.
  // 4.1: how Microsoft 365 says that its directory does not have the recipient.
  { reason: 'no_such_mailbox', codes: /^[45]\.(?:1\.(?:[01346]|10)|4\.1|7\.50[45])$/ },
  { reason: 'no_such_domain', codes: /^[45]\.(?:1\.2|4\.4|4\.310)$/, replyCode: 498 },
  { reason: 'mailbox_full', codes: /^[45]\.2\.2$/ },
  { reason: 'mailbox_disabled', codes: /^[45]\.2\.1$/ },
  { reason: 'too_large', codes: /^[45]\.(?:3\.4|2\.3)$/ },
  { reason: 'receiver_busy', codes: /^[45]\.(?:2\.12[12]|3\.[12]|4\.5)$/ },
  { reason: 'receiver_misrouted', codes: /^[45]\.4\.(?:6|14)$/ },
  // T-Online says no more than this.
  { reason: 'sender_refused', words: phrases('ip ipaddr') },
  {
    reason: 'no_such_mailbox',
    words: phrases(
      'mail ?box ~ unavailable|unrout\\w* ~ address|unrouteable|(?:user|recipient|address|account) unavailable|user not local|mail ?box unavaiable|(?:does )?not exists?',
    ),
  },
  {
    reason: 'refused_by_policy',
    words: phrases(
      '[a-z]*spam\\w*|junk|bulk|mass mail\\w*|phish\\w*|virus\\w*|malware|infected|unsolicited|suspicious',
      'polic(?:y|ies)|prohibit\\w*|blocked|access denied|administrative\\w*|(?:message|mail) refused by|not allowed|forbidden|firewall|filter\\w*|content|attachments?|security',
      'tls|starttls|encrypt\\w*|certificate',
      '(?:垃圾|拒收|内容|迷惑メール|受信拒否|ポリシー|스팸|차단|спам)',
      'als spam|richtlinie\\w*|politique|politica',
    ),
  },
  {
    reason: 'receiver_busy',
    words: phrases(
      'temporar\\w+ ~ (?:unavailable|deferred|deferral|rejected|refused|failure|problem|error|suspended|system)|(?:try|retry|again|resend|come back) ~ later|service (?:is )?(?:currently |temporarily )?(?:un|not )available|server busy',
      'essayer plus tard|spater (?:erneut|noch ?mal|wieder)|mas tarde|mais tarde',
      '(?:稍后|稍後|後で|나중에|позже)',
    ),
  },
  { reason: 'refused_by_policy', codes: /^[45]\.7\.\d+$/ },
  {
    reason: 'no_such_mailbox',
    words: phrases(
      '(?:address|recipients?|rcpt|mail ?box) (?:is |was |has been )?(?:rejected|refused|denied)',
    ),
  },
];

/** `undefined`: the server did not say, or in words that the table does not know. */
export function bounceReason(report: DeliveryReport): BounceReason | undefined {
  const told = bounceWords(report.text ?? '');
  const codes = [...bounceWords(report.enhancedCode ?? '').codes, ...told.codes];
  return table.find((row) => fits(row, report, { ...told, codes }))?.reason;
}

function fits(row: Row, report: DeliveryReport, { words, codes }: BounceWords): boolean {
  if (row.unless?.test(words)) return false;
  return (
    (row.mailgun !== undefined && row.mailgun === report.reason?.toLowerCase()) ||
    (row.replyCode !== undefined && row.replyCode === report.code) ||
    (row.codes !== undefined && codes.some((code) => row.codes?.test(code))) ||
    (row.words?.test(words) ?? false)
  );
}
