// BundledCase
