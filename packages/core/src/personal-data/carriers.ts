/** Which commands and events carry personal data, by group. Whatever else a stream keeps is facts alone. */
import type { Group } from './fields.js';

export type Carriers = Readonly<{ commands: readonly string[]; events: readonly string[] }>;

const shared = {
  commands: ['Apply', 'ProvideSupplement', 'RegisterCorrection', 'RecordAnswer'],
  events: ['Applied', 'Supplemented', 'CorrectionRegistered'],
} as const;

export const carriers: Readonly<Record<Group, Carriers>> = {
  birth: {
    commands: [...shared.commands, 'AttachBirthNotice', 'ReplacePersonalNumber', 'IssueCard'],
    events: [...shared.events, 'BirthNoticeAttached', 'PersonalNumberAssigned', 'PersonalNumberReplaced', 'CardIssued'],
  },
  death: {
    commands: [...shared.commands, 'AttachDeathNotice', 'StatePayee'],
    events: [...shared.events, 'DeathNoticeAttached', 'PayeeStated'],
  },
  'birth-notice': { commands: ['ReceiveBirthNotice'], events: ['BirthNoticeReceived'] },
  'death-notice': { commands: ['ReceiveDeathNotice'], events: ['DeathNoticeReceived'] },
};
