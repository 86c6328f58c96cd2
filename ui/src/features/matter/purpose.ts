/** What a search of matters is for; also the screen that opening a row goes to. */
export type Purpose = 'intake' | 'guide' | 'notice'
