import { formatTime } from './clock.ts'
import { deriveUuid } from './ids.ts'
import type { PrivateLocationScript } from './script.ts'
import type { JsonObject } from './wire.ts'

/**
 * What nobody may ever see of a private location: its key, and the password of its proxy. Tests look for these
 * texts in everything that a step leaves behind.
 */
export const LOCATION_CANARIES = {
  rawKey: 'pl_canary_d41f6be07c2a4e19_never_show_this_key',
  proxyPassword: 'canary-proxy-password-7b1e44',
} as const

/** Public locations of the contract, with the names that people know them by. */
export const PUBLIC_LOCATIONS: Readonly<Record<string, string>> = {
  'us-east-1': 'N. Virginia',
  'us-east-2': 'Ohio',
  'us-west-1': 'N. California',
  'us-west-2': 'Oregon',
  'ca-central-1': 'Montreal',
  'sa-east-1': 'São Paulo',
  'eu-west-1': 'Ireland',
  'eu-central-1': 'Frankfurt',
  'eu-west-2': 'London',
  'eu-west-3': 'Paris',
  'eu-north-1': 'Stockholm',
  'eu-south-1': 'Milan',
  'me-south-1': 'Bahrain',
  'ap-southeast-1': 'Singapore',
  'ap-northeast-1': 'Tokyo',
  'ap-east-1': 'Hong Kong',
  'ap-southeast-2': 'Sydney',
  'ap-southeast-3': 'Jakarta',
  'ap-northeast-2': 'Seoul',
  'ap-northeast-3': 'Osaka',
  'ap-south-1': 'Mumbai',
  'af-south-1': 'Cape Town',
}

/** The places that checks can run in. */
export class LocationList {
  readonly #private: { script: PrivateLocationScript; addedAtMs: number }[] = []

  /** Adds a private location. */
  add(script: PrivateLocationScript): void {
    this.#private.push({ script, addedAtMs: Date.now() })
  }

  /** Whether a text is a public region code or the slug of a private location. */
  has(location: string): boolean {
    return Object.hasOwn(PUBLIC_LOCATIONS, location) || this.getPrivateId(location) !== null
  }

  /** The id of a private location by its slug; null when there is none. */
  getPrivateId(slug: string): string | null {
    return this.#private.some(({ script }) => script.slugName === slug) ? derivePrivateId(slug) : null
  }

  /** All public locations as the API lists them. */
  renderPublic(): JsonObject[] {
    return Object.entries(PUBLIC_LOCATIONS).map(([region, name]) => ({ region, name }))
  }

  /** All private locations as the API lists them, keys and the proxy's password included. */
  renderPrivate(): JsonObject[] {
    return this.#private.map(({ script, addedAtMs }) => {
      const { slugName, name = slugName, lastSeenAgoMs = 10_000, agentCount = 1 } = script
      const createdAt = formatTime(addedAtMs - 90 * 86_400_000)
      return {
        id: derivePrivateId(slugName),
        name,
        slugName,
        icon: 'location',
        created_at: createdAt,
        updated_at: null,
        keys: [
          {
            id: deriveUuid('private location key', slugName),
            rawKey: LOCATION_CANARIES.rawKey,
            maskedKey: 'pl_c...key',
            created_at: createdAt,
            updated_at: null,
          },
        ],
        proxyUrl: `http://agent:${LOCATION_CANARIES.proxyPassword}@proxy.example.com:3128`,
        lastSeen: lastSeenAgoMs === null ? null : formatTime(addedAtMs - lastSeenAgoMs),
        agentCount,
      }
    })
  }

  /** Forgets the private locations. */
  clear(): void {
    this.#private.length = 0
  }
}

function derivePrivateId(slug: string): string {
  return deriveUuid('private location', slug)
}
