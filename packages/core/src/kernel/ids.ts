/** Ids that follow from what they name, so that a repeated command writes the same events (R5, R6, R30). UUIDv5, RFC 9562. */
import { v5 } from 'uuid';

const SPACE = 'b1f4d9a2-6c1e-5b7a-9d0e-6f2a6e1c7d40';

/** Id of the event at this place (from 0) in the batch of a command. */
export const eventId = (commandId: string, place: number): string => v5(`event/${commandId}/${place}`, SPACE);

/** Id of the case that an application opens. */
export const caseId = (applyId: string): string => v5(`case/${applyId}`, SPACE);

/** Id of a command that follows from another thing: an answer heard, a timer due. The same cause gives the same id. */
export const consequentId = (cause: string): string => v5(`consequence/${cause}`, SPACE);
