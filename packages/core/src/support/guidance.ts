/** What the support team may advise (hướng dẫn), as a closed vocabulary: free text would carry people's data into the record. */
export const GUIDANCE = [
  'wait',
  'ask-again',
  'ask-agency-in-person',
  'shown-at-the-desk',
  'confirm-twins',
  'correct-the-data',
  'complete-the-file',
  'send-to-competent-unit',
  'issue-on-paper',
  'check-register-and-population-data',
] as const;

export type Guidance = (typeof GUIDANCE)[number];
