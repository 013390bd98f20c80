import type { User as UserOutput } from "@wickr-admin/client";
import type { User } from "../../state/user.js";

/** A user as callers see them in lists. */
export const describeUser = (user: User, now: number): UserOutput => ({
  userId: user.userId,
  firstName: user.firstName,
  lastName: user.lastName,
  username: user.username,
  securityGroups: [user.groupId],
  isAdmin: user.isAdmin,
  suspended: user.suspended,
  status: user.status,
  otpEnabled: user.otpEnabled,
  type: "user",
  cell: user.cell,
  countryCode: user.countryCode,
  challengeFailures: user.challengeFailures,
  isInviteExpired: user.invite !== undefined && now >= user.invite.expires,
  isUser: true,
  inviteCode: user.invite?.code,
  codeValidation: user.codeValidation,
  uname: user.uname,
});
