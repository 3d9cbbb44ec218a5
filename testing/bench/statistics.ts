/** The middle value; of an even count the mean of the two in the middle; NaN of none. */
export function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2
}

/** A straight line through points, by least squares. */
export interface Line {
  slope: number
  intercept: number
  /** How much of the scatter the line explains, 0 to 1. */
  rSquared: number
}

/** Fits a line to points `[x, y]`, of which at least two have different x. */
export function fitLine(points: readonly (readonly [number, number])[]): Line {
  const mean = (pick: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const meanX = mean(([x]) => x)
  const meanY = mean(([, y]) => y)
  const spreadX = mean(([x]) => (x - meanX) ** 2)
  const spreadY = mean(([, y]) => (y - meanY) ** 2)
  const together = mean(([x, y]) => (x - meanX) * (y - meanY))
  const slope = together / spreadX
  const rSquared = spreadY === 0 ? 1 : together ** 2 / (spreadX * spreadY)
  return { slope, intercept: meanY - slope * meanX, rSquared }
}
