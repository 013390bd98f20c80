/** The parts of an Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty where the resource has no Region. */
  readonly region: string;
  /** Empty where the resource has no account. */
  readonly accountId: string;
  /** What follows, split at `:` and `/`. */
  readonly resourceId: readonly string[];
}

/** Takes an ARN apart; undefined where it is none. */
export const parseArn = (text: string): Arn | undefined => {
  const [arn, partition, service, region, accountId, ...rest] = text.split(":");
  const resource = rest.join(":");
  if (
    arn !== "arn" ||
    !partition ||
    !service ||
    region === undefined ||
    accountId === undefined ||
    resource === ""
  )
    return undefined;

  return { partition, service, region, accountId, resourceId: resource.split(/[:/]/) };
};
