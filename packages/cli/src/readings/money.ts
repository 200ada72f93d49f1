/** Money that cases come to: decided, topped up since, paid, and still to be paid. The core adds it up. */
export { type Money, money, type Sum, sumOf } from '@lienthong/core/views';
