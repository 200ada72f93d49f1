/** The retry budget (hạn mức gọi lại): every call earns a share of a retry, every retry spends one. Needs no clock. */
export type Budget = Readonly<{ earn: () => void; spend: () => boolean }>;

export const retryBudget = (share: number, savings: number): Budget => {
  let saved = savings;
  return {
    earn: () => {
      saved = Math.min(Math.max(savings, 1), saved + share);
    },
    spend: () => {
      if (saved < 1) return false;
      saved -= 1;
      return true;
    },
  };
};
