import { bounceWords, type BounceWords } from './bounce-in-english';
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
  return new RegExp(`(?<![a-z0-9])(?:${patterns.join('|')})(?![a-z0-9])`);
}

const box =
  '(?:@|users?|recipients?|mail ?box(?:es)?|mbox|accounts?|(?:mail ?)?address(?:es)?|addressee|rcpt|e ?mail|alias|inbox|username|user (?:name|id)|userid|local ?part|customer|person|member)';
/** Without the mail itself, which can be "blocked" or "expired" as well. */
const owner =
  '(?:@|users?|recipients?|mail ?box(?:es)?|mbox|accounts?|(?:mail ?)?address(?:es)?|addressee|rcpt|alias|inbox|username|user (?:name|id)|customer|member)';
const gone =
  '(?:(?:is|was|are|does|do|could|can|may) )?(?:unknown(?! (?:reason|error|command|status|problem))|invalid(?! (?:dns|mx|a|sender|domain|headers?|from|helo|command|arguments?|sequence))|not (?:be )?(?:found|known|valid|present|recogni[sz]ed|listed|exists?|registered|located|matched)|not a (?:valid|known|registered)|nonexistent|non existent|undeliverable|unlisted|unallocated|unrecogni[sz]ed|not a member|no longer (?:valid|exists?|available|in use|used|here|with|works?|employed|on|a))';
const domain =
  '(?:(?<!or )domains?|host ?names?|hosts?|domain name|mx|mail ?exchangers?|mail servers?)';
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
      'relay\\w* ~ fail\\w*|relay but|tenantattribution',
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
      '(?:block\\w*|black ?listed|reject\\w*|refused|denied) by (?:the |this )?(?:recipient|user|addressee)s?(?! (?:s|server|domain|mail|system|host))',
      '(?:recipient|user|addressee|domain|organi[sz]ation) s (?:reject|block|black|deny|spam) ?list|(?:reject|block|black|deny) ?list of (?:the )?(?:recipient|user|addressee|@)|(?:recipient|user) rejects? (?:the|this|your) mail|(?:recipient|user) ~ refused to|(?:recipient|user) does not (?:accept|want)',
      'authrequired|sender (?:was |is )?not authenticated (?:for|by)',
      '(?:recipient|user|addressee) (?:has (?:blocked|rejected|refused)|refuses|rejects)|(?:recipient|user)(?: s)? (?:preferences|rules)|recipient is only accepting|list of senders|e ?mail to group ~ rejected',
    ),
  },
  {
    // Our IP address is often reported beside it, as a detail.
    reason: 'refused_by_policy',
    words: phrases(
      '(?:message|mail|e ?mail|it) ~ (?:considered|classified|identified|detected|recogni[sz]ed|flagged|tagged|marked) (?:as|to be) ~ (?:spam|virus|phishing|junk|bulk)',
    ),
    unless: phrases(
      '(?:block|black|deny) ?list\\w*|dnsbl|[a-z]*rbls?|reputation|spf|dkim|dmarc|banned',
    ),
  },
  {
    reason: 'receiver_busy',
    words: phrases(
      '(?:limits?|maximum) (?:for|on|of) (?:how many|the number of) (?:messages|e ?mails|mails|connections)|(?:network|line) (?:is )?busy',
      // NetEase: too many at once, in a short time, in one connection.
      'hl (?:icc|if[cq])|mi (?:dmc|sfq|stc)|rp drc',
    ),
    unless: phrases('reputation|complaints|unsolicited|black ?list\\w*|dnsbl'),
  },
  {
    reason: 'sender_refused',
    mailgun: 'espblock',
    codes:
      /^[45]\.1\.[78]$|^[45]\.7\.2\d$|^5\.7\.(?:5(?!0[45]$)\d\d|6[0-4]\d|7\d\d)$|^4\.7\.65[01]$/,
    words: phrases(
      'spf|dkim|dmarc|ptr|rdns|fcrdns|[a-z]*rbls?|dnsbl|dbl|aup (?:in|out|\\d+)|reputation|unauthenticated|spoof\\w*|forged|impersonat\\w*',
      // What a server only supposes it has not looked up.
      '(?<!may be )(?:block|black|deny) ?list\\w*',
      '(?<!not )listed (?:at|by|in|on)',
      // Marks of AOL, Yahoo, NetEase, Comcast and Paran, each documented as our IP address, its name or our signature.
      'rtr (?:bl|sc|bb|du|rd|ir)|dyn t\\d|au01|hl (?:rep|mep|ihu|ipb)|dt (?:rbl|sum)|wm bl[iu]|mi spf|bl0\\d+|ip control',
      // Naver.
      'your ips?(?: ipaddr)? is filtered|register your ips?',
      'banned(?! (?:recipient|contents?|attachment|file|word|extension))',
      '(?:fail\\w*|pass|missing|no|not|level|required|senders?|e ?mail) ~ authentication (?:checks?|information|results?|level|failures?|failed)',
      'authentication checks?',
      // Our IP address and servers.
      `(?:your|sending|senders?|originating|connecting|source|client|remote|this|the|server) (?:ips?|ipv[46]|ip address|address ipaddr) ~~ ${refused}`,
      `${refused} ~~ (?:your|sending|originating|connecting|source|client|remote) (?:ips?|ipv[46])`,
      `ips?(?: address(?:es)?)?(?: ipaddr)?(?: is| are| was| has been| has)? (?:${refused}|hang ?up)|ip address ~ ${refused}`,
      `(?:black|spam|suspected|invalid|dynamic|transient|residential|dial ?up) (?:ips?|ip address|hosts?)|${refused} (?:ips?|ip address)`,
      `ipaddr(?: is| was| has been)? (?:block\\w*|listed|bann\\w*|black\\w*|deni\\w*|not (?:allowed|permitted|authori[sz]ed))|mail from ipaddr ~ ${refused}`,
      `messages? from ipaddr|not be accepted from ipaddr|connections? from ipaddr ~ ${refused}`,
      'dynamically assigned|too many invalid recipients|dictionary attack|access denied please try ~ later|block for spam|sender ?score|suspected spam sender|your access to ~~ rejected|client host|connecting host|part of their network|sending (?:ips?|mta|server|host)|blocked using (?!spam|content)|blocked see (?:url|hostaddr)|use ~ server of your (?:isp|provider)',
      `(?<!(?:connections|sessions|messages|mails|emails) )(?:from|by) your (?:ips?|ip address|(?:mail |e ?mail |smtp |sending )?${server})`,
      `your (?:mail |e ?mail |smtp |sending )?${server} ~~ ${refused}`,
      `your (?:mail |e ?mail |smtp |sending )?${server} ~ (?:not|no|has no|without|lacks)`,
      'dns mx ~ resource record|mismatch\\w* ~ ips?|not match ~ (?:client|sending|your|our|sender) ~ ips?|(?:mail ?from|sender|header) ~ mismatch\\w*|(?:remote |client )?ip check',
      'unusual rate ~~ mail|unsolicited mail ~ from|user complaints|open ?(?:relay|proxy)|spam(?:mer| ?source| ?trap)s?|sources? of spam|sending spam|listed as abus\\w*|(?:due to|for|of) abuse',
      // Our reverse DNS.
      '(?:reverse|inverse) (?:dns|lookups?|host ?names?|names?|mapping|records?|resolution|address(?:es)?)|dns check',
      'can not (?:find|resolve) your ~ (?:host ?name|host|domain|address)',
      'ip name lookup failed',
      '(?:bad|invalid|no|missing|unresolvable) ~ helo|helo ~ (?:rejected|invalid|denied|refused|not|error|fail\\w*)|helo ?host|ehlo ~ (?:rejected|invalid|not)',
      // Our domain, From line and envelope.
      '(?:sender|sending|from|envelope|originating|return path|mail from)(?: e ?mail| mail)? domain|multiplep2fromaddresses|not accept(?:ing)? (?:e ?)?mails? from(?! (?:addresses )?outside)|comply with ~ standards',
      'domain (?:of|in) (?:the )?(?:sender|from|return path|envelope)',
      'envelope sender|return path|sender policy|sender id',
      `sender ~ (?:need|domain|host|unrout\\w+|unresolv\\w+|verif\\w+|unverif\\w+|unvalid\\w+|has no|call ?out|authenticat\\w+|lookup|must|${gone})`,
      '(?:invalid|bad|unverified|unvalidated|fake|unknown|missing|improper|verify|validate) (?:the |your )?(?:envelope )?(?:sender|mail ?from)',
      '(?:mail )?from (?:address |header |line |field )?(?:is |was )?(?:invalid|missing|malformed|not valid|unknown)',
      'multiple addresses ~ from|(?:multiple|missing|no|valid|invalid) from (?:address|header|line|field)\\w*',
      'not (?:allowed|authori[sz]ed|permitted|designated) to send (?:(?:e ?mail|mail|messages)(?! to)|from|as|on behalf|in ~ name)|not allowed to connect|sending address',
      '(?:bogus|forged|unrout\\w+) (?:mail from|sender)|emetteur ~ (?:invalide|inconnu|refuse)|purported ~ address|call ?back (?:setup )?failed',
      '(?:message|mail|header|headers) ~ rfc \\d+|rfc \\d+ ~ (?:compliant|compliance|format)|not rfc ~ compliant',
      // GMX and web.de say in brackets what their policy is about.
      '(?:restrictions?|policy|policies) (?:ip|domain|header) based',
      'message ?id header|data in message header|missing ~ headers?|(?:multiple|duplicate|invalid|improper) ~ headers?|header error|headers? ~ not ~ (?:compliant|accepted|valid)|(?:bare|stray) ?(?:lf|cr|newline|line ?feed)s?|lines? too long',
    ),
  },
  {
    reason: 'refused_by_policy',
    words: phrases(
      'sender(?: s)?(?: e ?mail)?(?: address)?(?: is| was| has been)? (?:denied|blocked|rejected|refused|not (?:allowed|permitted|accepted|authori[sz]ed))|blocked senders?',
      'not (?:on|in) ~ (?:allowed|permitted|approved|safe|white) ?(?:list|senders?)|not (?:allowed|authori[sz]ed|permitted) to send ~ to|delivery not authori[sz]ed|only accept(?:s|ing) ~ from|members only|reject due to policy|restricted by policy|\\w*policy (?:error|violation)|non member|not pre ?approved|organi[sz]ational settings',
      '(?:blocked|bounced|rejected|refused|denied) by ~ (?:domain|organi[sz]ation|administrator|rule|policy|filter)',
      'message ~ (?:classified|identified|detected|recogni[sz]ed|considered|flagged) as|(?:message|mail|delivery) (?:was |is |has been )?(?:denied|held|quarantined)|in the same domain|dt spm',
    ),
  },
  {
    reason: 'receiver_misrouted',
    words: phrases(
      `(?:${domain}|@|user) ~ not ~ (?:local|hosted|served|serviced|handled|configured|authoritative)`,
      '(?:do|does|will|can) not (?:(?:handle|host|serve|accept|receive) ~ (?:mail|e ?mail|messages) for|(?:handle|host|serve) ~ domain)',
      'not (?:our|my|a local|one of our) domain|not (?:accepted|hosted|delivered) (?:here|on this server|at this (?:site|server))|not a gateway',
      'mail ~ loop\\w*|loop\\w* ~ (?:message|mail|back|detected|exceeded)|routing loop|(?:points?|loops?) back to|too many (?:hops|received)|hop count',
      '(?:smtp )?auth(?:entication|entifizierung)? (?:is )?(?:required|needed)|must (?:first )?(?:authenticate|log ?in)|(?:was |is )?not authenticated|requires? ~ authentication|authentification requise|(?:only|turn on|enable|use) ~ auth(?:entication)?',
    ),
  },
  {
    reason: 'receiver_busy',
    words: phrases(
      'grey ?list\\w*|gray ?list\\w*',
      '(?:receiving|getting|received) (?:e ?mail|mail|messages) ~ (?:rate|quickly|fast)|too (?:quickly|fast|frequent\\w*)',
      'too many (?!(?:hops|received))(?:\\w+ )?(?:\\w+ )?(?:connections?|sessions?|messages(?! (?:on|in))|mails?(?! on)|e ?mails?|recipients|requests|errors|deliveries|concurrent|simultaneous|emails)',
      'excessive (?:volume|rate|connections?)|rate ?limit\\w*|throttl\\w*|connection (?:frequency|rate|limit)|(?:receiving|receive|sending|submission|hourly|daily|message) (?:rate|limit)|exceed\\w* ~ (?:connections?|rate|per (?:hour|minute|day))|limit ~ receiving|frequency limited',
      'mailbox unavailable or access denied|service refuse[ed]?|not accepting (?:connections|network)|(?:server|system|service|mailbox|network) (?:is )?(?:too )?(?:busy|overload\\w*)|high load|load (?:is )?too high|too much load|queue ~ too long|over ?loaded|congest\\w*',
      'resources? ~ (?:un|not )available|no ~ server available|(?:mail )?(?:system|server|spool|queue)(?: storage| space)? (?:is |was )?full|(?:insufficient|not enough|no|low) (?:free |on )?(?:system|disk|server)(?!space) ?(?:space|storage|resources?|memory)?|no space left|out of (?:memory|resources)|queue ~ (?:full|unavailable|error)|queue quota',
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
    ),
  },
  {
    reason: 'mailbox_full',
    words: phrases(
      `(?:${box}|storage|disk ?space|disk|quota|folder|maildir|maildrop|message store) ~~ (?:is |are )?(?:full|over ?quota|over (?:the |its |their )?(?:quota|limit|size)|out of (?:space|storage)|too full)`,
      `(?:over|out of|exceed\\w*|exeed\\w*|exhausted|above|beyond|not enough|insufficient|no|lack of|low on|used up|without) ~ (?:quota|storage|mailbox space|free space|space|allocation|capacity)`,
      `(?:quota|storage|mail ?box|inbox|blocks?|capacity|disk|account|maildir|mailbox size)(?: limit| size| size limit| usage| space| quota| has| is| was| have| been| already)* (?:exceed\\w*|exeed\\w*|reached|violat\\w*|exhausted|hit|full|excess)`,
      'too many (?:messages|mails) (?:on|in)|(?:not have|not) (?:enough|sufficient) (?:[^ .]* ){0,3}(?:disk)?space|(?:reached|disk ?space|userdisk|domaindisk) ~ quota|space ~ used up|too much mail data|over ?quota|quota ~ (?:exceed\\w*|violation|reached|full|limit)|space ~ (?:not enough|insufficient)|larger than the space|allowed (?:number of messages|message count)|receive any more mail|(?:mailbox|mail box|inbox) ~ exceed\\w* ~ (?:limit|size|quota|maximum)|mailbox has reached|full mailbox|storage (?:limit|quota)|mail ?box (?:size )?limit|mailfolder is full|trouble in home directory|writing message file too large',
    ),
  },
  {
    // Said beside "invalid mailbox", it is the reason.
    reason: 'mailbox_disabled',
    words: phrases(
      'unavailable ~ (?:account|mail ?box|user) (?:is|was|has been) (?:disabled|inactive|suspended|locked|blocked)',
    ),
  },
  {
    reason: 'no_such_mailbox',
    words: phrases(
      `${box} ~~ ${gone}`,
      `(?:unknown|no such|invalid|bad|nonexistent|non existent|incorrect|undeliverable|unrecogni[sz]ed|no valid|no correct|not a valid|not a known|not an active|wrong) (?:local |destination |recipient |e ?mail |mail )*${box}`,
      'no ~ (?:mail ?box|user|account|person|recipient) ~ (?:here|by that name|with that name|of that name|called)|no (?:mail ?box|user|account|recipient) (?:found|available|exists?|listed|in)|(?:recipient|rcpt|address|user) (?:is )?not (?:a )?(?:accepted|ok|local)',
      `(?:do|does) not have (?:an?|any) ~ (?:account|mail ?box)`,
      'no longer (?:works? (?:here|at|for)|with|employed)|has left|badrcptto|validrcptto|badrecipientto|\\w*notfound|no one (?:at this address|by that name)|(?:unable|not able|not) ~ find ~ (?:user|recipient|mail ?box|account)|recipient ~ not ~ verified|recipient verification|no such id|mail ?box name|can not deliver mail (?:for|to) @|not in ~ (?:directory|address book|recipient list|user list)|can not accept user|rejected recipients|missing home directory|not our (?:customer|user)|destination addresses were unknown|is not an? ~ (?:user|mail ?box|recipient|address|account)',
      '(?:marked as|address is) invalid',
    ),
  },
  {
    reason: 'mailbox_disabled',
    words: phrases(
      `${owner} ~~ (?:disabled|inactive|suspended|deactivated|locked|frozen|closed|expired|terminated|discontinued|dormant|not active|not activated|not enabled|restricted|on hold|archived)`,
      '(?:users?|mail ?box|accounts?|inbox|customer) ~ blocked|recipient address rejected blocked|(?<!your |e ?mail )address (?:e )?blocked|archived recipient|boite ~ archivee|inactivity|never logged|not (?:logged|entered)|not currently being accepted for|mail receiving disabled|does not receive mail|(?:unable|not able) to receive mail|not (?:been )?(?:used|poped|popped|opened|read) (?:for|since|in)|inactive on',
      `(?:disabled|inactive|suspended|deactivated|locked|frozen|closed|expired|terminated|dormant) (?:local |recipient |e ?mail |mail )*${box}`,
      `${owner} ~~ (?:not accepting|not (?:allowed|able|permitted) to receive|can not receive|refusing|unable to receive|no longer (?:active|enabled|accepts?|receiv\\w+))`,
      'policy rejection on the target address',
    ),
  },
  {
    reason: 'too_large',
    words: phrases(
      '(?:message|mail|e ?mail|attachments?|body|data|content|headers?|file)(?: size)? ~ (?:too (?:large|big|long)|exceeds? ~ (?:size|limit|maximum|fixed|permitted))',
      '(?:exceed\\w*|over|maximum) ~ (?:message|mail|e ?mail|mailsize|attachment) ~ (?:size|limit)|size (?:limit|exceed\\w*)|max(?:imum)? (?:message )?size|mailsize',
    ),
  },
  // The receiver's own code. Its class (4 or 5) says how long, not what.
  // 5.4.1: how Microsoft 365 says that its directory does not have the recipient. 4.4.1 is a host that does not answer.
  { reason: 'no_such_mailbox', codes: /^[45]\.1\.(?:[01346]|10)$|^5\.(?:4\.1|7\.50[45])$/ },
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
      'mail ?box ~ unavailable|unrout\\w* ~ address|unrouteable|(?:user|recipient|address|account) unavailable|user not local|mail ?box unavaiable|mail ?box ~ not available|(?:does )?not exists?',
    ),
  },
  {
    reason: 'refused_by_policy',
    words: phrases(
      '[a-z]*spam\\w*|junk|bulk|mass mail\\w*|phish\\w*|virus\\w*|malware|infected|unsolicited|suspicious',
      'polic(?:y|ies)|prohibit\\w*|blocked|access denied|administrative\\w*|(?:message|mail) refused by|(?:message|mail|e ?mail|permission) (?:(?:was|is|has|been|being|automatically) )*(?:rejected|refused|denied)|unacceptable|not allowed|forbidden|firewall|filter\\w*|content|attachments?|security',
      'tls|starttls|encrypt\\w*|certificate',
      'als spam|richtlinie\\w*|politique|politica',
    ),
  },
  {
    reason: 'receiver_busy',
    words: phrases(
      'temporar\\w+ ~ (?:unavailable|deferred|deferral|rejected|refused|failure|problem|error|suspended|system)|(?:try|retry|again|resend|come back) ~ later|service (?:is )?(?:currently |temporarily )?(?:un|not )available|server busy',
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
