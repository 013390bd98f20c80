import type { Reasons } from "../../errors.js";

const KEY_ARN = /^arn:aws[a-z-]*:kms:([a-z0-9-]+):\d{12}:(key|alias)\/\S+$/;

/** Notes what is wrong with the ARN of an encryption key, if one is given. */
export const checkEncryptionKey = (
  reasons: Reasons,
  arn: string | undefined,
  region: string,
): void => {
  if (arn === undefined) return;
  const match = KEY_ARN.exec(arn);
  if (!match) {
    reasons.require(false, "encryptionKeyArn", "Must be the ARN of a KMS key");
  } else {
    reasons.require(
      match[1] === region,
      "encryptionKeyArn",
      "The key is not in the region of the network",
    );
  }
};
