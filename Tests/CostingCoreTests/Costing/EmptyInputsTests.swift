import CostingCore
import Testing

@Suite struct `Inputs without a table` {
  @Test func `hold no customer`() {
    #expect(CostingInputs().customerCount == 0)
    #expect(CostingInputs().unassignedIndex == nil)
  }
}
