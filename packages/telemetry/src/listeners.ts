/** Several listeners as one (nhiều nơi cùng nghe): one that falls over keeps nothing from the others. */
export const together =
  <News>(...listeners: readonly ((news: News) => void)[]): ((news: News) => void) =>
  (news) => {
    for (const listen of listeners) {
      try {
        listen(news);
      } catch {
        // Watching must never disturb what is watched.
      }
    }
  };
