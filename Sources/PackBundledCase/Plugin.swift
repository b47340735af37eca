import PackagePlugin

@main
struct PackBundledCase: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] { [] }
}
