return await OneToOne.Standalone.Commands.CommandLine.Run(args);
