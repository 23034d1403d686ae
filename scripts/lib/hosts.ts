import { fieldsOf, type Fields, listOf } from './json.ts';

/** A package may talk to one host of each and to no other: a key can be sent to whatever is on the whitelist. */
const portalHosts = {
  production: 'customers.gitlab.com',
  staging: 'customers.staging.gitlab.com',
} as const;
const mailgunHosts = { us: 'api.mailgun.net', eu: 'api.eu.mailgun.net' } as const;

export interface Hosts {
  readonly portal: keyof typeof portalHosts;
  readonly region: keyof typeof mailgunHosts;
}

const usualHosts: Hosts = { portal: 'production', region: 'us' };

const isRegion = (text: string): text is Hosts['region'] => Object.hasOwn(mailgunHosts, text);

/** `undefined`: there is no such region. */
export function hostsOf(region: string, isStaging: boolean): Hosts | undefined {
  return isRegion(region) ? { portal: isStaging ? 'staging' : 'production', region } : undefined;
}

/** What the settings that name a host are by default. */
const defaultsFor = ({ portal, region }: Hosts): Readonly<Record<string, string>> => ({
  customersdot_host: portalHosts[portal],
  mailgun_region: region,
});

const whitelistFor = ({ portal, region }: Hosts) => [portalHosts[portal], mailgunHosts[region]];

/** The manifest of a package for these hosts: its whitelist, and the settings that name them. */
export function manifestFor(manifest: Fields, hosts: Hosts): Fields {
  const defaults = defaultsFor(hosts);
  const parameters = listOf(manifest.parameters).map((one) => {
    const value = defaults[String(fieldsOf(one).name)];
    return value === undefined ? one : { ...fieldsOf(one), default: value };
  });
  return { ...manifest, domainWhitelist: whitelistFor(hosts), parameters };
}

/** Which package a manifest is of; `undefined`: of none that this repository makes. */
export function hostsIn({ domainWhitelist, parameters }: Fields): Hosts | undefined {
  const named = (name: string) =>
    fieldsOf(listOf(parameters).find((one) => fieldsOf(one).name === name)).default;
  return (['production', 'staging'] as const)
    .flatMap((portal) => (['us', 'eu'] as const).map((region): Hosts => ({ portal, region })))
    .find(
      (hosts) =>
        JSON.stringify(domainWhitelist) === JSON.stringify(whitelistFor(hosts)) &&
        Object.entries(defaultsFor(hosts)).every(([name, value]) => named(name) === value),
    );
}

/** vite.config.ts reads what `npm run package` was told from here. */
const variable = 'PACKAGE_HOSTS';

export function tellBuild(hosts: Hosts): void {
  process.env[variable] = `${hosts.portal} ${hosts.region}`;
}

export function hostsOfBuild(): Hosts {
  const [portal, region = ''] = (process.env[variable] ?? '').split(' ');
  return hostsOf(region, portal === 'staging') ?? usualHosts;
}
