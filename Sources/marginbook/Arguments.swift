public import ArgumentParser
public import FinanceModel
public import Marginbook

// What options may say: the words are the cases' raw values.
extension Language: ExpressibleByArgument {}
extension CanonicalWorkbook.Filling: ExpressibleByArgument {}
