/**
 * Words read out by a voice of the machine's own. One that sends the words away is never used: nothing
 * here leaves the machine.
 */

/** Engines read their voices in when first asked. */
export function prepareVoices(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.getVoices()
}

/** A voice for Chinese that is on this machine; undefined without one. */
export function localVoice(): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined
  const own = speechSynthesis.getVoices().filter(({ localService }) => localService)
  return own.find(({ lang }) => /^(zh|cmn)[-_](Hans[-_])?CN/i.test(lang)) ?? own.find(({ lang }) => /^(zh$|cmn)/i.test(lang))
}

/** Reads words out at once, in place of whatever is being read. */
export function speak(words: string, voice: SpeechSynthesisVoice): SpeechSynthesisUtterance {
  const said = new SpeechSynthesisUtterance(words)
  said.voice = voice
  said.lang = voice.lang
  speechSynthesis.cancel()
  speechSynthesis.speak(said)
  return said
}

/** A text cut where a reader takes breath. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。！？；])/u).map((sentence) => sentence.trim()).filter((sentence) => sentence !== '')
}

/**
 * Reads sentences out one by one; `begin` hears which, `end` hears once whether all of them were read.
 * Gives what stops it.
 */
export function readOut(sentences: readonly string[], voice: SpeechSynthesisVoice, begin: (index: number) => void, end: (whole: boolean) => void): () => void {
  let open = true
  function close(whole: boolean): void {
    if (!open) return
    open = false
    end(whole)
  }
  function next(index: number): void {
    const sentence = sentences[index]
    if (!open) return
    if (sentence === undefined) return close(true)
    begin(index)
    const said = speak(sentence, voice)
    said.onend = () => next(index + 1)
    said.onerror = () => close(false)
  }
  next(0)
  return () => {
    if (!open) return
    close(false)
    speechSynthesis.cancel()
  }
}
