/** How a stranger's value is read (giá trị nhận từ bên ngoài): the shapes every form, file and agency reply is made of. */
export {
  moment as receivedInstant,
  name as receivedName,
  number as receivedPersonalNumber,
  place as receivedPlace,
} from './borders/people.schema.js';
export {
  accept,
  code,
  count,
  date,
  fields,
  flag,
  jsonObject,
  jsonSchemaOf,
  listOf,
  oneOf,
  optional,
  orNull,
  problemsIn,
  type Received,
  received,
  text,
} from './borders/received.schema.js';
