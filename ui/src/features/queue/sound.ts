/**
 * What the hall hears of a call: two tones, then the number in Chinese when the machine has a voice of
 * its own.
 */
import { localVoice, speak } from '../../kit'

/** Of the chime, in hertz, one after the other. */
const TONES = [659, 523] as const
const TONE_SECONDS = 0.45
const LOUDNESS = 0.35
/** An engine that may not sound yet leaves this open; nobody waits for it longer. */
const WAIT_MS = 500

let context: AudioContext | undefined

/** Sounds a call; false when nothing can be heard. */
export async function soundCall(words: string): Promise<boolean> {
  if (!(await hasOutput())) return false
  const chimed = await chime()
  const voice = localVoice()
  if (voice) setTimeout(() => speak(words, voice), chimed ? TONES.length * TONE_SECONDS * 1000 : 0)
  return chimed || voice !== undefined
}

/** Only an engine that lets a page choose among outputs tells which there are; others are believed. */
async function hasOutput(): Promise<boolean> {
  if (!('setSinkId' in HTMLMediaElement.prototype) || !('mediaDevices' in navigator)) return true
  try {
    return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'audiooutput')
  } catch {
    return true
  }
}

async function chime(): Promise<boolean> {
  try {
    context ??= new AudioContext()
    const giveUp = new Promise<void>((resolve) => setTimeout(resolve, WAIT_MS))
    await Promise.race([context.resume(), giveUp])
    if (context.state !== 'running') return false
    for (const [at, hertz] of TONES.entries()) tone(context, hertz, context.currentTime + at * TONE_SECONDS)
    return true
  } catch {
    return false
  }
}

function tone(on: AudioContext, hertz: number, from: number): void {
  const [wave, volume] = [on.createOscillator(), on.createGain()]
  wave.frequency.value = hertz
  volume.gain.setValueAtTime(LOUDNESS, from)
  volume.gain.exponentialRampToValueAtTime(0.001, from + TONE_SECONDS)
  wave.connect(volume).connect(on.destination)
  wave.start(from)
  wave.stop(from + TONE_SECONDS)
}
