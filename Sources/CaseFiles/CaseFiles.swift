// CaseFiles
