/** How a network reaches its OpenTDF provider. */
export interface OpentdfConfig {
  readonly clientId: string;
  /** The secret itself: unlike others, it can be read again. */
  readonly clientSecret: string;
  readonly domain: string;
  readonly provider: string;
}
