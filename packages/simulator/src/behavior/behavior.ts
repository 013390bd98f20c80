import type { DataRetentionActionType, Network, NetworkSettings } from "@wickr-admin/client";
import type { Reasons } from "../errors.js";
import type { OperationInput, OperationName } from "../operations/operation-types.js";
import type { BehaviorName, ServiceSettings } from "../settings.js";
import type { DataRetentionBot } from "../state/data-retention.js";
import type { GroupSettings } from "../state/group-settings.js";
import type { GroupSettingsChange } from "../state/group-settings-change.js";
import type { UnpublishedMembers } from "./unpublished-members.js";

/**
 * What operations ask where the live service was seen to differ from its documentation. There are two
 * answers to each question: `documented.ts` has the one of the documentation, `facts/` those that were seen.
 */
export interface Behavior {
  readonly name: BehaviorName;

  /** Notes what is wrong with an input in itself, before anything is looked up. */
  readonly checkInput: <Name extends OperationName>(
    reasons: Reasons,
    operation: Name,
    input: OperationInput<Name>,
  ) => void;

  /** How long the deletion of a network goes on, in milliseconds; undefined where it is over at once and leaves no trace. */
  readonly deletionTakes: (settings: ServiceSettings) => number | undefined;
  /** What a call gets for a network that is being deleted. */
  readonly deleting: (operation: OperationName, networkId: string) => Error;
  /** What a call gets for a network that was deleted. */
  readonly deleted: (operation: OperationName, networkId: string) => Error;

  /** What a call gets for a bot that is not there. */
  readonly noSuchBot: (botId: string) => Error;
  /** How long `GetBot` still gives the old value of `suspended`, in milliseconds. */
  readonly suspensionLag: (settings: ServiceSettings) => number;

  /** What operations leave out of networks. */
  readonly hiddenOfNetworks: Readonly<
    Record<"GetNetwork" | "ListNetworks", readonly (keyof Network)[]>
  >;
  /** @throws An error where settings of a network cannot be changed like this. */
  readonly checkNetworkSettings: (settings: NetworkSettings) => void;
  /** Whether `GetNetworkSettings` leaves out what has its default. */
  readonly hidesDefaultSettings: boolean;

  /** What a new group starts with. */
  readonly groupDefaults: GroupSettings;
  /** Each notes what is wrong with settings of a group, or throws an error of its own. The first one counts. */
  readonly groupSettingsRules: readonly ((reasons: Reasons, change: GroupSettingsChange) => void)[];
  /** What becomes of settings that are kept. */
  readonly keepGroupSettings: (settings: GroupSettings) => GroupSettings;
  /** What a call gets that sets a member of a group's settings to null; undefined where null is nothing. */
  readonly nullSetting: (() => Error) | undefined;
  /** Members that are not published, and yet there. */
  readonly unpublished: UnpublishedMembers;

  /** @throws An error where `UpdateDataRetention` cannot be done. */
  readonly checkRetentionUpdate: (
    bot: DataRetentionBot | undefined,
    action: DataRetentionActionType,
  ) => void;
  /** @throws An error where the network setting `dataRetention` cannot be turned on. */
  readonly checkRetentionStart: (bot: DataRetentionBot | undefined) => void;
  /** Whether the data retention bot counts as registered. */
  readonly isRegistered: (bot: DataRetentionBot) => boolean;

  /** Notes what is wrong with a company ID. */
  readonly checkCompanyId: (reasons: Reasons, companyId: string, region: string) => void;
  /** What a registration gets whose issuer does not answer; undefined where nobody asks it. */
  readonly unreachableIssuer: (() => Error) | undefined;
}
