/** A device of this point as the chrome shows it: name and one word of state. */
export interface DeviceCell {
  name: string
  state: string
  /** The state wants attention: paper low or out, not connected. */
  attention: boolean
  /** Name of the screen where the device is tried; absent where there is none. */
  opens?: string
}
